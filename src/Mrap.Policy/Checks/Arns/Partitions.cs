namespace Mrap.Policy.Checks.Arns;

/// <summary>The partitions of AWS (AWS General Reference, "Amazon Resource Names").</summary>
internal static class Partitions
{
    /// <summary>Whether a partition exists.</summary>
    public static bool IsKnown(ReadOnlySpan<char> partition) =>
        partition is "aws" or "aws-cn" or "aws-us-gov" or "aws-iso" or "aws-iso-b" or "aws-iso-e" or "aws-iso-f" or "aws-eusc";
}
