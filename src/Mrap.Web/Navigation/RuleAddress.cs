using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;

namespace Mrap.Web.Navigation;

/// <summary>Which rule of which bucket, written as <c>bucket/id</c>.</summary>
/// <param name="Bucket">The bucket that has the rule.</param>
/// <param name="Id">The identifier of the rule, unique in its bucket.</param>
public readonly record struct RuleAddress(BucketName Bucket, string Id)
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 64 + ReplicationRules.MaxIdLength;

    /// <summary>Reads an address; null when the text is none.</summary>
    public static RuleAddress? Parse(string text)
    {
        var mark = text.IndexOf('/', StringComparison.Ordinal);
        return mark > 0 && mark < text.Length - 1 && BucketName.Parse(text[..mark]).TryGet(out var bucket)
            ? new RuleAddress(bucket, text[(mark + 1)..])
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Bucket}/{Id}";
}
