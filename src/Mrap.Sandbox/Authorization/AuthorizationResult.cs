using Mrap.Policy.Evaluation;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Authorization;

/// <summary>What was decided about one action of a request.</summary>
/// <param name="Request">The request as policies saw it at the resource that decided; good for as long as the HTTP request lasts.</param>
internal readonly record struct AuthorizationResult(AccessRequest Request, Decision Decision)
{
    /// <summary>Whether the action is permitted.</summary>
    public bool IsAllowed => Decision.IsAllowed;

    /// <summary>The answer to a request that is denied.</summary>
    public ServiceException Refusal() => AccessDenial.Of(Request, Decision);
}
