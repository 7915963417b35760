using System.Collections.Frozen;

namespace Mrap.Policy.Checks.Arns;

/// <summary>The codes of Regions (AWS General Reference, "Regions and Zones"; state of November 2026).</summary>
internal static class AwsRegions
{
    private static readonly FrozenSet<string> s_all = FrozenSet.ToFrozenSet(
    [
        "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "ca-west-1", "mx-central-1", "sa-east-1",
        "eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2",
        "il-central-1", "me-south-1", "me-central-1", "af-south-1", "ap-south-1", "ap-south-2",
        "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-east-1", "ap-east-2",
        "cn-north-1", "cn-northwest-1", "us-gov-west-1", "us-gov-east-1", "eusc-de-east-1",
        "us-iso-east-1", "us-iso-west-1", "us-isob-east-1", "us-isob-west-1", "us-isof-east-1", "us-isof-south-1", "eu-isoe-west-1",
    ]);

    /// <summary>The codes in ordinal order.</summary>
    public static IEnumerable<string> All => s_all.Order(StringComparer.Ordinal);

    /// <summary>Whether a Region has this code.</summary>
    public static bool IsKnown(string region) => s_all.Contains(region);
}
