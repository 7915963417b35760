using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>What the wizard can tell is wrong before anything is asked of the service.</summary>
public static class WizardChecks
{
    /// <summary>The faults of one step.</summary>
    /// <param name="step">The step; the review has those of all the others.</param>
    /// <param name="takenNames">The names of the account's access points.</param>
    public static ImmutableArray<FieldFault> Of(CreateDraft draft, WizardStep step, IReadOnlySet<string> takenNames) => step switch
    {
        WizardStep.Name => [.. NameFaults(draft, takenNames)],
        WizardStep.Buckets => [.. BucketFaults(draft)],
        WizardStep.PublicAccess => [.. PublicAccessFaults(draft)],
        WizardStep.Review => [.. NameFaults(draft, takenNames), .. BucketFaults(draft), .. PublicAccessFaults(draft)],
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The furthest step that the draft has earned: the first one with a fault, or the review.</summary>
    public static WizardStep Furthest(CreateDraft draft, IReadOnlySet<string> takenNames) =>
        WizardSteps.All.FirstOrDefault(step => !Of(draft, step, takenNames).IsEmpty, WizardStep.Review);

    private static IEnumerable<FieldFault> NameFaults(CreateDraft draft, IReadOnlySet<string> takenNames)
    {
        foreach (var rule in AccessPointName.Check(draft.Name).Where(rule => !rule.IsKept))
        {
            yield return new(WizardStep.Name, WizardFields.Name, $"The name {rule.Text}.");
        }

        if (takenNames.Contains(draft.Name))
        {
            yield return new(WizardStep.Name, WizardFields.Name, $"Your account has an access point named `{draft.Name}` already.");
        }
    }

    private static IEnumerable<FieldFault> BucketFaults(CreateDraft draft)
    {
        if (draft.Buckets.IsEmpty)
        {
            yield return new(WizardStep.Buckets, WizardFields.Buckets, "Choose at least one bucket.");
        }

        if (draft.Buckets.Length > AccessPointRules.MaxRegions)
        {
            yield return new(
                WizardStep.Buckets, WizardFields.Buckets, $"An access point has at most {AccessPointRules.MaxRegions} buckets.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var regions = new HashSet<RegionId>();
        for (var index = 0; index < draft.Buckets.Length; index++)
        {
            var bucket = draft.Buckets[index];
            foreach (var rule in BucketName.Check(bucket.Name).Where(rule => !rule.IsKept))
            {
                yield return new(WizardStep.Buckets, WizardFields.Bucket(index), $"The name {rule.Text}.");
            }

            if (bucket.Name.Length > 0 && !names.Add(bucket.Name))
            {
                yield return new(WizardStep.Buckets, WizardFields.Bucket(index), $"`{bucket.Name}` is there twice.");
            }

            if (bucket.Region is null)
            {
                yield return new(WizardStep.Buckets, WizardFields.BucketRegion(index), "Choose the Region that the bucket is in.");
            }
            else if (bucket.Region is { } region && !regions.Add(region))
            {
                yield return new(
                    WizardStep.Buckets, WizardFields.BucketRegion(index),
                    $"{RegionCatalog.ShortNameOf(region)} has a bucket already: one bucket for each Region.");
            }

            if (bucket.Origin == BucketOrigin.OtherAccount && AccountId.Parse(bucket.Account) is { IsValid: false } account)
            {
                yield return new(
                    WizardStep.Buckets, WizardFields.BucketAccount(index), $"The account {string.Join(", ", account.Faults)}.");
            }
        }
    }

    private static IEnumerable<FieldFault> PublicAccessFaults(CreateDraft draft)
    {
        if (!draft.BlockPublicAccess.IsAllOn && !draft.IsExposureAcknowledged)
        {
            yield return new(WizardStep.PublicAccess, WizardFields.Acknowledgement, "Say that you turn this protection off on purpose.");
        }
    }
}
