using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Observation;

namespace Mrap.Sandbox.Services;

/// <summary>A call in the AWS Query protocol.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Form">The parameters.</param>
internal sealed record QueryCall(Exchange Exchange, Caller.Signed Caller, QueryForm Form);
