using System.Collections.Frozen;
using System.Collections.Immutable;
using Amazon.S3Control.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Buckets;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.AccessPoints;

/// <summary>Creates an access point, first as a plan, then step by step.</summary>
/// <param name="identity">The account.</param>
/// <param name="list">Lists what exists.</param>
/// <param name="get">Reads the access point.</param>
/// <param name="operations">Where the operation is remembered.</param>
/// <param name="watch">Watches the operation.</param>
/// <param name="runner">Runs the plan.</param>
/// <param name="time">The clock.</param>
public sealed class CreateAccessPoint(
    AwsClients clients,
    AccountIdentity identity,
    ListAccessPoints list,
    GetAccessPoint get,
    CreateBucket createBucket,
    OperationLog operations,
    WatchOperation watch,
    PlanRunner runner,
    TimeProvider time)
{
    private static readonly FrozenSet<RegionId> s_optIn =
        RegionCatalog.AccessPointCapable.Where(region => region.IsOptIn).Select(region => region.Id).ToFrozenSet();

    /// <summary>
    /// Checks an input against every rule known ahead of the call. Which opt-in Regions the account enabled is left to the service.
    /// </summary>
    /// <param name="existing">The access points of the account.</param>
    /// <returns>The broken rules; empty when the service should accept it.</returns>
    public static ImmutableArray<CreateFinding> Check(CreateAccessPointInput input, ImmutableArray<AccessPoint> existing) =>
        AccessPointRules.CheckCreate(new CreateProposal(
            input.Name,
            [.. input.Buckets.Select(choice => new ProposedBucket(choice.Bucket, choice.Region))],
            existing.Length,
            existing.Any(accessPoint => accessPoint.Name == input.Name),
            s_optIn));

    /// <summary>Lays the creation out as steps. Nothing is changed yet.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The plan, or the first rule that the input breaks.</returns>
    public async Task<Outcome<ChangePlan>> PlanAsync(CreateAccessPointInput input, CancellationToken cancellationToken)
    {
        var account = await identity.GetAsync(cancellationToken);
        if (!account.TryGet(out var owner, out var fault))
        {
            return fault;
        }

        var existing = await list.ExecuteAsync(cancellationToken);
        if (!existing.TryGet(out var accessPoints, out fault))
        {
            return fault;
        }

        var findings = Check(input, accessPoints);
        return findings.IsEmpty
            ? new ChangePlan(Describe(input), Steps(input, owner))
            : AwsFaults.FromRule($"The access point `{input.Name}` cannot be created.", findings[0].Fault);
    }

    /// <summary>Runs the plan; it takes an administrator.</summary>
    /// <param name="from">The step to begin with: 0, or <see cref="PlanProgress.ResumeFrom"/> of a run that failed.</param>
    /// <param name="cancellationToken">Stops after the call under way.</param>
    /// <returns>The progress; the last element is finished.</returns>
    public IAsyncEnumerable<PlanProgress> ExecuteAsync(ChangePlan plan, int from, CancellationToken cancellationToken) =>
        runner.RunAsync(plan, from, cancellationToken);

    internal ImmutableArray<PlanStep> Steps(CreateAccessPointInput input, AccountId owner)
    {
        var clientToken = Guid.NewGuid().ToString("N");
        return
        [
            .. BucketSteps(input),
            new PlanStep(
                "request",
                RequestTitle(input),
                AwsCli.CreateAccessPoint(input, owner, clientToken),
                (report, tokens) => RequestAsync(input, owner, clientToken, report, tokens.Call)),
            new PlanStep(
                "wait",
                "Wait until it is ready",
                AwsCli.GetAccessPoint(input.Name, owner),
                (report, tokens) => WaitAsync(input, owner, report, tokens)),
        ];
    }

    private static Change Describe(CreateAccessPointInput input) => new(
        ChangeAction.CreateAccessPoint, input.Name.Value, input.Name.Value, Before: null, AccessPointText.Of(input));

    private static string RequestTitle(CreateAccessPointInput input) => $"Request the access point {input.Name}";

    private IEnumerable<PlanStep> BucketSteps(CreateAccessPointInput input)
    {
        foreach (var choice in input.Buckets.Where(choice => choice.Create))
        {
            yield return new PlanStep(
                $"bucket:{choice.Bucket}",
                $"Create the bucket {choice.Bucket} in {RegionCatalog.ShortNameOf(choice.Region)}",
                AwsCli.CreateBucket(choice.Bucket, choice.Region),
                (_, tokens) => createBucket.EnsureAsync(choice.Bucket, choice.Region, tokens.Call));
        }

        foreach (var choice in input.Buckets.Where(choice => choice.EnableVersioning))
        {
            yield return new PlanStep(
                $"versioning:{choice.Bucket}",
                $"Enable versioning of {choice.Bucket}",
                AwsCli.EnableVersioning(choice.Bucket, choice.Region),
                (_, tokens) => createBucket.EnableVersioningAsync(choice.Bucket, choice.Region, tokens.Call));
        }
    }

    private async Task<AwsFault?> RequestAsync(
        CreateAccessPointInput input, AccountId owner, string clientToken, StepReport report, CancellationToken cancellationToken)
    {
        var request = new CreateMultiRegionAccessPointRequest
        {
            AccountId = owner.Value,
            ClientToken = clientToken,
            Details = new CreateMultiRegionAccessPointInput
            {
                Name = input.Name.Value,
                PublicAccessBlock = AccessPointMapper.Write(input.BlockPublicAccess),
                Regions = [
                    .. input.Buckets.Select(
                        choice =>
                            new Amazon.S3Control.Model.Region { Bucket = choice.Bucket.Value, BucketAccountId = choice.Account?.Value })],
            },
        };
        var answer = await AwsCall.InvokeAsync(
            $"The access point `{input.Name}` was not requested.",
            () => clients.Control(RegionCatalog.Management).CreateMultiRegionAccessPointAsync(request, cancellationToken));
        if (!answer.TryGet(out var begun, out var fault))
        {
            return fault;
        }

        var now = time.GetUtcNow();
        var operation = new OperationSnapshot(
            begun.RequestTokenARN ?? string.Empty, AsyncOperationKind.Create, input.Name, now, AsyncOperationStatus.New, [], Fault: null,
            now)
        {
            Members = [.. input.Buckets.Select(choice => new RequestedMember(choice.Bucket, choice.Region, choice.Account))],
            DoneBefore = [.. BucketSteps(input).Select(step => step.Title), RequestTitle(input)],
        };
        operations.Remember(operation);
        report.Show(operation);
        return null;
    }

    private async Task<AwsFault?> WaitAsync(CreateAccessPointInput input, AccountId owner, StepReport report, StepTokens tokens)
    {
        var name = input.Name;
        if (LatestCreation(name) is { Status: AsyncOperationStatus.Failed })
        {
            // The service gave the earlier request up for good, and its token would only bring the same failure back.
            report.Say("Requesting the access point again");
            if (await RequestAsync(input, owner, Guid.NewGuid().ToString("N"), report, tokens.Call) is { } refused)
            {
                return refused;
            }
        }

        if (LatestCreation(name) is { } begun)
        {
            report.Show(begun);
            if (await watch.UntilEndAsync(begun.TokenArn, report, tokens.Stop) is { } failed)
            {
                return failed;
            }
        }

        var made = await get.ReadAsync(name, tokens.Stop);
        if (!made.TryGet(out var accessPoint, out var fault))
        {
            return fault;
        }

        return accessPoint.Status == AccessPointStatus.Ready
            ? null
            : AwsFaults.Invalid(
                $"The access point `{name}` is not ready.",
                $"Its status is {accessPoint.Status.ToWire()}.",
                "Wait and run this step again; an access point that stays partially created can be deleted.");
    }

    private OperationSnapshot? LatestCreation(AccessPointName name) =>
        operations.Of(name).FirstOrDefault(operation => operation.Kind == AsyncOperationKind.Create);
}
