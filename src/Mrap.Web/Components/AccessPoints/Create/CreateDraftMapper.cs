using System.Collections.Immutable;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.AccessPoints.Drafts;

namespace Mrap.Web.Components.AccessPoints.Create;

/// <summary>Turns a draft into what is asked of the service, and what the service says back into faults of fields.</summary>
public static class CreateDraftMapper
{
    /// <summary>The input, or null while the draft has faults.</summary>
    public static CreateAccessPointInput? Of(CreateDraft draft)
    {
        if (!AccessPointName.Parse(draft.Name).TryGet(out var name))
        {
            return null;
        }

        var choices = ImmutableArray.CreateBuilder<BucketChoice>(draft.Buckets.Length);
        foreach (var bucket in draft.Buckets)
        {
            if (Choice(bucket) is not { } choice)
            {
                return null;
            }

            choices.Add(choice);
        }

        return new CreateAccessPointInput(name, choices.MoveToImmutable(), draft.BlockPublicAccess);
    }

    /// <summary>The field that a rule of the service is about.</summary>
    public static FieldFault Locate(CreateDraft draft, CreateFinding finding)
    {
        for (var index = 0; index < draft.Buckets.Length; index++)
        {
            if (finding.Bucket is { } bucket && draft.Buckets[index].Name == bucket.Value)
            {
                return new(WizardStep.Buckets, WizardFields.Bucket(index), finding.Fault.Message);
            }
        }

        return Locate(finding.Fault.Code, finding.Fault.Message);
    }

    /// <summary>The field that an error of the service is about, by its code.</summary>
    public static FieldFault Locate(string code, string message) => code switch
    {
        "MultiRegionAccessPointAlreadyOwnedByYou" => new(WizardStep.Name, WizardFields.Name, message),
        "MultiRegionAccessPointSameBucketRegion" or "MultiRegionAccessPointUnsupportedRegion" or "TooManyMultiRegionAccessPointregionsError"
            or "NoSuchBucket" or "InvalidRegion" or "BucketAlreadyExists" => new(WizardStep.Buckets, WizardFields.Buckets, message),
        _ => new(WizardStep.Review, string.Empty, message),
    };

    private static BucketChoice? Choice(DraftBucket bucket)
    {
        if (bucket.Region is not { } region || !BucketName.Parse(bucket.Name).TryGet(out var name))
        {
            return null;
        }

        var isNew = bucket.Origin == BucketOrigin.New;
        AccountId? account = null;
        if (bucket.Origin == BucketOrigin.OtherAccount)
        {
            if (!AccountId.Parse(bucket.Account).TryGet(out var parsed))
            {
                return null;
            }

            account = parsed;
        }

        return new BucketChoice(name, region, Create: isNew, EnableVersioning: isNew && bucket.IsVersioned == true, account);
    }
}
