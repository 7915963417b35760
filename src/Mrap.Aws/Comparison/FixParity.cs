using System.Collections.Immutable;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Aws.Settings;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Core.Regions;

namespace Mrap.Aws.Comparison;

/// <summary>Gives buckets a setting of another, first as a plan with one step for each bucket.</summary>
/// <param name="table">The settings.</param>
/// <param name="runner">Runs the plan.</param>
public sealed class FixParity(AwsClients clients, SettingTable table, PlanRunner runner)
{
    /// <summary>Lays the change out as steps. Nothing is changed yet.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="model">The bucket whose setting the others get.</param>
    /// <param name="targets">The buckets that get it.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The plan, or why it cannot be done.</returns>
    public async Task<Outcome<ParityPlan>> PlanAsync(
        AccessPoint accessPoint, BucketSetting setting, MemberBucket model, ImmutableArray<MemberBucket> targets,
        CancellationToken cancellationToken)
    {
        var access = table.Of(setting);
        var whatFailed = $"The setting of `{model.Bucket}` cannot be given to the others.";
        if (access.WriteAsync is null)
        {
            return AwsFaults.Invalid(whatFailed, access.WhyNot ?? "It is not copied.", "Change it where it belongs.");
        }

        if (!(await access.ReadAsync(model, cancellationToken)).TryGet(out var wanted, out var unread))
        {
            return unread;
        }

        if (wanted.Text.Contains("arn:aws:kms:", StringComparison.Ordinal))
        {
            return AwsFaults.Invalid(
                whatFailed, "It names a key of the bucket's own Region, which the other buckets cannot use.",
                "Set the encryption of each bucket with a key of its Region.");
        }

        var (steps, fixes) = (ImmutableArray.CreateBuilder<PlanStep>(), ImmutableArray.CreateBuilder<SettingFix>());
        foreach (var target in targets)
        {
            if (!(await access.ReadAsync(target, cancellationToken)).TryGet(out var found, out var fault))
            {
                return fault;
            }

            if (found.Text != wanted.Text)
            {
                steps.Add(Step(access, target, found, wanted));
                fixes.Add(
                    new SettingFix(
                        setting, target, OwnName.Insert(found.Text, target.Bucket), OwnName.Insert(wanted.Text, target.Bucket)));
            }
        }

        return steps.Count == 0
            ? AwsFaults.Invalid(whatFailed, "The others have it already.", "Reload the page to see the settings as they are now.")
            : new ParityPlan(new ChangePlan(Describe(accessPoint, fixes), steps.ToImmutable()), fixes.ToImmutable());
    }

    /// <summary>Runs the plan; it takes an administrator.</summary>
    /// <param name="from">The step to begin with: 0, or <see cref="PlanProgress.ResumeFrom"/> of a run that failed.</param>
    /// <param name="cancellationToken">Stops after the call under way; what is done stays done.</param>
    /// <returns>The progress; the last element is finished.</returns>
    public IAsyncEnumerable<PlanProgress> ExecuteAsync(ParityPlan plan, int from, CancellationToken cancellationToken) =>
        runner.RunAsync(plan.Plan, from, cancellationToken);

    private static Change Describe(AccessPoint accessPoint, IReadOnlyList<SettingFix> fixes) => new(
        ChangeAction.AlignBucketSettings, accessPoint.Name.Value, accessPoint.Name.Value, Text(fixes, fix => fix.Before),
        Text(fixes, fix => fix.After));

    private static string Text(IReadOnlyList<SettingFix> fixes, Func<SettingFix, string> value) => string.Join(
        '\n',
        fixes.Select(fix =>
            $"{fix.Setting.Title()} of {fix.Member.Bucket} in {fix.Member.Region}:\n"
                + (value(fix) is { Length: > 0 } text ? text : "nothing set")));

    private PlanStep Step(SettingAccess access, MemberBucket target, SettingValue found, SettingValue wanted) => new(
        $"{access.Setting}:{target.Bucket}",
        $"Set {access.Setting.Noun()} of {target.Bucket} in {RegionCatalog.ShortNameOf(target.Region)}",
        string.Empty,
        (_, tokens) => WriteAsync(access, target, found, wanted, tokens));

    private async Task<AwsFault?> WriteAsync(
        SettingAccess access, MemberBucket target, SettingValue found, SettingValue wanted, StepTokens tokens)
    {
        var whatFailed = $"The setting of the bucket `{target.Bucket}` was not changed.";
        if (!(await access.ReadAsync(target, tokens.Stop)).TryGet(out var now, out var fault) || now.Text == wanted.Text)
        {
            return fault;
        }

        if (now.Text != found.Text)
        {
            return AwsFaults.Invalid(
                whatFailed, "Somebody changed it since this change was laid out.",
                "Compare the settings again and lay the change out anew, so that theirs is kept.");
        }

        return (
            await AwsCall.InvokeAsync(whatFailed, async () =>
            {
                await access.WriteAsync!(clients.S3(target.Region), target.Bucket, wanted.Document, tokens.Call);
                return Unit.Instance;
            })).Fault;
    }
}
