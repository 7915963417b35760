using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Aws.Policies;
using Mrap.Core.Permissions;
using Mrap.Policy.Checks.Findings;
using Mrap.Web.Components.Policies;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints.Permissions;

/// <summary>What a person sees before a policy is saved.</summary>
/// <param name="Before">The policy that is replaced; empty for none.</param>
/// <param name="After">The new policy.</param>
/// <param name="Access">Who gains and who loses.</param>
/// <param name="Warnings">What speaks against it, as sentences.</param>
/// <param name="Outside">Who gets in from outside once it is established, decided over the policies of the buckets as well.</param>
/// <param name="Plan">The steps.</param>
public sealed record SaveReview(
    string Before, string After, AccessChange Access, ImmutableArray<string> Warnings, ImmutableArray<ExternalAccessRow> Outside,
    ChangePlan Plan)
{
    public static SaveReview Of(
        AccessPointPermissions now, string before, string after, ImmutableArray<Finding> findings, ChangePlan plan) => new(
        before,
        after,
        AccessChange.Of(before, after, now.AccessPoint.Owner.Value),
        [.. findings.Where(finding => finding.Level is FindingLevel.SecurityWarning or FindingLevel.Warning).Select(
            finding => $"Line {finding.Start.Line}: {finding.Message}. {FindingWords.Sentence(finding.Hint)}.")],
        ExternalAccessRow.Of(now with { Policy = new AccessPointPolicy(after, Proposed: null, IsPublic: null) }),
        plan);

    /// <summary>Why a text is not worth saving; null when it is.</summary>
    public static AwsFault? Refusal(AccessPointPermissions now, string before, string after) =>
        (string.IsNullOrWhiteSpace(after), before == after) switch
        {
            (true, _) =>
                NotSaved(
                    now, "There is no text, and a policy cannot be removed.",
                    "To close the access point, use the template that denies everything."),
            (_, true) => NotSaved(now, "Nothing differs from the policy as it stands.", "Change the text first."),
            _ => null,
        };

    /// <summary>Why a text with these findings is not saved; null when it is.</summary>
    public static AwsFault? Refusal(AccessPointPermissions now, ImmutableArray<Finding> findings) =>
        findings.Where(finding => finding.Level == FindingLevel.Error).ToList() is [var first, ..] errors
            ? NotSaved(
                now, $"It has {DisplayFormat.Count(errors.Count, "error", "errors")}. Line {first.Start.Line}: {first.Message}.",
                $"{FindingWords.Sentence(first.Hint)}.")
            : null;

    /// <summary>Why something cannot be done with a text that is no policy yet.</summary>
    public static AwsFault NotAPolicy(string whatFailed) =>
        Fault(whatFailed, "The text is not a policy yet.", "Correct what the findings name first.");

    private static AwsFault NotSaved(AccessPointPermissions now, string why, string whatToDo) =>
        Fault($"The policy of `{now.AccessPoint.Name}` was not saved.", why, whatToDo);

    private static AwsFault Fault(string whatHappened, string why, string whatToDo) =>
        new(ConsoleFaultCodes.Invalid, whatHappened, why, whatToDo);
}
