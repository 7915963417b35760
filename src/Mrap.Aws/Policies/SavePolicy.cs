using System.Collections.Immutable;
using Amazon.S3Control.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Policy.Model;
using Mrap.Policy.PublicAccess;

namespace Mrap.Aws.Policies;

/// <summary>
/// Replaces the policy of an access point, first as a plan, then step by step. A policy can be replaced but never removed (Amazon
/// S3 API Reference, "PutMultiRegionAccessPointPolicy").
/// </summary>
/// <param name="get">Reads what is set before it is replaced.</param>
/// <param name="operations">Where the operation is remembered.</param>
/// <param name="watch">Watches the operation.</param>
/// <param name="runner">Runs the plan.</param>
/// <param name="time">The clock.</param>
public sealed class SavePolicy(
    AwsClients clients, GetPolicy get, OperationLog operations, WatchOperation watch, PlanRunner runner, TimeProvider time)
{
    /// <summary>Lays the change out as steps. Nothing is changed yet.</summary>
    /// <param name="now">What is set now.</param>
    /// <param name="text">The JSON text of the new policy.</param>
    /// <returns>The plan, or why the service would refuse the policy: it is none, or it is public where that is blocked.</returns>
    public Outcome<ChangePlan> Plan(AccessPointPermissions now, string text)
    {
        var accessPoint = now.AccessPoint;
        var whatFailed = $"The policy of `{accessPoint.Name}` cannot be saved.";
        var outcome = PolicyDocument.Parse(text, PolicyKind.AccessPoint);
        if (!outcome.TryGet(out var document))
        {
            var first = outcome.Faults[0];
            return AwsFaults.Invalid(whatFailed, $"Line {first.Position.Line}: {first.Message}.", AwsFaults.Sentence(first.Hint));
        }

        if (PublicPolicy.Evaluate(document, PolicyKind.AccessPoint).IsPublic && now.RefusingPublicPolicies.Any())
        {
            return AwsFaults.Invalid(
                whatFailed,
                $"The policy would let everyone in, and BlockPublicPolicy refuses that: it is on for "
                    + $"{string.Join(", ", now.RefusingPublicPolicies.Select(level => level.Words))}.",
                "Name the principals, or limit the statement to fixed accounts, networks or VPC endpoints.");
        }

        var before = now.Policy.TryGet(out var policy, out _) ? policy.Latest : null;
        return new ChangePlan(
            new Change(ChangeAction.ReplacePolicy, accessPoint.Name.Value, accessPoint.Name.Value, before, text),
            Steps(accessPoint, before, text));
    }

    /// <summary>Runs the plan; it takes an administrator.</summary>
    /// <param name="from">The step to begin with: 0, or <see cref="PlanProgress.ResumeFrom"/> of a run that failed.</param>
    /// <param name="cancellationToken">Stops after the call under way; a policy that was put goes on to all Regions.</param>
    /// <returns>The progress; the last element is finished.</returns>
    public IAsyncEnumerable<PlanProgress> ExecuteAsync(ChangePlan plan, int from, CancellationToken cancellationToken) =>
        runner.RunAsync(plan, from, cancellationToken);

    private ImmutableArray<PlanStep> Steps(AccessPoint accessPoint, string? before, string text)
    {
        var clientToken = Guid.NewGuid().ToString("N");
        string? begun = null;
        return
        [
            new PlanStep(
                "put",
                $"Propose the policy for {accessPoint.Name}",
                AwsCli.PutPolicy(accessPoint.Name, accessPoint.Owner, text, clientToken),
                async (report, tokens) =>
                {
                    if (await CheckAsync(accessPoint, before, text, tokens.Stop) is { } changed)
                    {
                        return changed;
                    }

                    var outcome = await PutAsync(accessPoint, text, clientToken, report, tokens.Call);
                    begun = outcome.IsSuccess ? outcome.Value : null;
                    return outcome.Fault;
                }),
            new PlanStep(
                "wait",
                "Wait until it is established in every Region",
                AwsCli.GetPolicy(accessPoint.Name, accessPoint.Owner),
                async (report, tokens) => begun is null ? null : await watch.UntilEndAsync(begun, report, tokens.Stop)),
        ];
    }

    // A policy that is the new one already may be put again: the token makes both one request, which is then waited for.
    private async Task<AwsFault?> CheckAsync(AccessPoint accessPoint, string? before, string text, CancellationToken cancellationToken)
    {
        var found = await get.ExecuteAsync(accessPoint, cancellationToken);
        return found.TryGet(out var now, out var fault) && now.Latest != before && now.Latest != text
            ? AwsFaults.Invalid(
                NotReplaced(accessPoint), "Somebody changed it since this change was laid out.",
                "Reload the page and lay the change out anew, so that theirs is kept.")
            : fault;
    }

    private static string NotReplaced(AccessPoint accessPoint) => $"The policy of `{accessPoint.Name}` was not replaced.";

    private async Task<Outcome<string>> PutAsync(
        AccessPoint accessPoint, string text, string clientToken, StepReport report, CancellationToken cancellationToken)
    {
        var request = new PutMultiRegionAccessPointPolicyRequest
        {
            AccountId = accessPoint.Owner.Value,
            ClientToken = clientToken,
            Details = new PutMultiRegionAccessPointPolicyInput { Name = accessPoint.Name.Value, Policy = text },
        };
        var answer = await AwsCall.InvokeAsync(
            NotReplaced(accessPoint),
            () => clients.Control(RegionCatalog.Management).PutMultiRegionAccessPointPolicyAsync(request, cancellationToken));
        if (!answer.TryGet(out var accepted, out var fault))
        {
            return fault;
        }

        var token = accepted.RequestTokenARN ?? string.Empty;
        var now = time.GetUtcNow();
        var operation = new OperationSnapshot(
            token, AsyncOperationKind.PutPolicy, accessPoint.Name, now, AsyncOperationStatus.New, [], Fault: null, now);
        operations.Remember(operation);
        report.Show(operation);
        return token;
    }
}
