using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;

namespace Mrap.Aws.Settings;

/// <summary>What a bucket has for a setting.</summary>
/// <param name="Text">The same text for the same setting, without the bucket's own name; empty when nothing is set.</param>
/// <param name="Document">What is written to give it to another bucket; null when nothing is set.</param>
internal sealed record SettingValue(string Text, object? Document)
{
    /// <summary>Nothing is set.</summary>
    public static SettingValue None { get; } = new(string.Empty, Document: null);

    /// <summary>A text that names buckets, such as a policy.</summary>
    public static SettingValue OfText(string text, BucketName bucket)
    {
        var without = OwnName.Remove(text, bucket);
        return new SettingValue(without, without);
    }
}
