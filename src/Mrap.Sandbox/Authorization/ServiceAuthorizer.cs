using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Wire;
using SandboxCaller = Mrap.Sandbox.Identity.Caller;

namespace Mrap.Sandbox.Authorization;

/// <summary>Decides calls of services whose resources have no policy of their own, or one that the service brings along.</summary>
internal sealed class ServiceAuthorizer(TimeProvider time)
{
    /// <summary>Lets a call through or ends it.</summary>
    /// <param name="exchange">The call.</param>
    /// <param name="caller">Who sent it.</param>
    /// <param name="action">The action, such as <c>iam:CreateUser</c>.</param>
    /// <param name="resource">The ARN, or <c>*</c> for an action that has no resource.</param>
    /// <param name="resourceAccount">The account that owns the resource.</param>
    /// <param name="resourcePolicy">The policy of the resource; null when it has none.</param>
    /// <param name="extra">Condition keys of this call alone.</param>
    /// <exception cref="ServiceException">The call is denied.</exception>
    public void Require(
        Exchange exchange,
        SandboxCaller.Signed caller,
        string action,
        string resource,
        AccountId resourceAccount,
        CompiledPolicy? resourcePolicy = null,
        params ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> extra)
    {
        var (request, decision) = Decide(exchange, caller, action, resource, resourceAccount, resourcePolicy, extra);
        exchange.Observation.Record(decision);
        if (!decision.IsAllowed)
        {
            throw AccessDenial.Of(request, decision);
        }
    }

    /// <summary>Decides a call.</summary>
    /// <returns>What was decided, and the request as policies see it, good for as long as the call lasts.</returns>
    public (AccessRequest Request, Decision Decision) Decide(
        Exchange exchange,
        SandboxCaller.Signed caller,
        string action,
        string resource,
        AccountId resourceAccount,
        CompiledPolicy? resourcePolicy = null,
        params ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> extra)
    {
        var keys = RequestKeys.Of(exchange, caller, action, resourceAccount, time.GetUtcNow(), extra);
        var request = new AccessRequest(caller.Permissions.Principal, action, resource, resourceAccount.Value, RequestContext.Of(keys));
        var policies =
            caller.Permissions.With(resourcePolicy) with { RequiresResourceAllow = resourcePolicy is { Kind: PolicyKind.Trust } };
        return (request, AccessDecider.Decide(policies, request));
    }
}
