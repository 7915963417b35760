namespace Mrap.Aws.Comparison;

/// <summary>Which keys of the buckets are compared.</summary>
/// <param name="Prefix">What the keys begin with; empty for all.</param>
/// <param name="WithVersions">
/// Whether the newest versions are compared and delete markers are told from keys that are not there; older versions are listed for it
/// as well, which takes longer.
/// </param>
public sealed record GapQuery(string Prefix, bool WithVersions)
{
    /// <summary>The most differences that are kept with their details; more are counted.</summary>
    public const int MaxKept = 1000;

    /// <summary>The most differences whose buckets are asked for the status of the object.</summary>
    public const int MaxExamined = 200;
}
