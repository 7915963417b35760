using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Sandbox.Control;

/// <summary>An asynchronous operation to accept.</summary>
/// <param name="Account">The account that asks.</param>
/// <param name="Name">The access point it works on.</param>
/// <param name="Regions">The Regions it reaches.</param>
/// <param name="Outcome">The fault it will end with; null when it will succeed.</param>
/// <param name="ClientToken">The client's token.</param>
/// <param name="Request">What is asked.</param>
internal sealed record NewOperation(
    AccountId Account,
    AccessPointName Name,
    ImmutableArray<RegionId> Regions,
    ServiceFault? Outcome,
    string ClientToken,
    string RequestHash,
    AsyncRequest Request);
