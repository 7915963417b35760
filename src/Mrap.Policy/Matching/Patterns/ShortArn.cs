using Mrap.Policy.Arns;
using Mrap.Policy.Model;

namespace Mrap.Policy.Matching.Patterns;

/// <summary>
/// ARNs in Resource and NotResource that leave fields out. A `*` at the end of a field also stands for what is behind the field's colon
/// (IAM User Guide, "IAM JSON policy elements: Resource"), so that such an ARN takes in more than it seems.
/// </summary>
internal static class ShortArn
{
    /// <summary>Whether an entry begins as an ARN and has fewer than six fields.</summary>
    public static bool IsShort(ReadOnlySpan<char> entry) =>
        entry.StartsWith(ArnFields.Prefix, StringComparison.Ordinal) && ArnFields.HeadLength(entry) < 0;

    /// <summary>
    /// The entry with a `*` for each field that it leaves out, where policies of this kind read it so; every other entry as it is.
    /// </summary>
    public static string Complete(string entry, PolicyKind kind) => IsShort(entry) && IsCompleted(entry, kind)
        ? string.Concat(entry, string.Concat(Enumerable.Repeat(":*", ArnFields.Count - ArnFields.CountIn(entry))))
        : entry;

    private static bool IsCompleted(ReadOnlySpan<char> entry, PolicyKind kind) => kind switch
    {
        PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session => true,
        PolicyKind.Bucket or PolicyKind.AccessPoint or PolicyKind.Endpoint => entry.ContainsAny('*', '?'),
        PolicyKind.ServiceControl => entry[^1] is '*' or '?',
        PolicyKind.ResourceControl or PolicyKind.Trust => false,
    };
}
