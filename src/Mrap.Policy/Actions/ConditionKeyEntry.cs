namespace Mrap.Policy.Actions;

/// <summary>A condition key of S3 or of all services.</summary>
/// <param name="Name">The key; a tag key ends in <c>/${TagKey}</c>.</param>
/// <param name="Type">What its values are.</param>
/// <param name="IsGlobal">Whether it works with the actions of every service (IAM User Guide, "AWS global condition context keys").</param>
/// <param name="IsMultivalued">Whether a request can have several values for it, so that conditions need a set operator.</param>
public sealed record ConditionKeyEntry(string Name, ConditionKeyType Type, bool IsGlobal, bool IsMultivalued)
{
    private const string TagEnd = "/${TagKey}";

    /// <summary>Whether the key is completed by the key of a tag, as in <c>aws:RequestTag/team</c>.</summary>
    public bool IsTag => Name.EndsWith(TagEnd, StringComparison.Ordinal);

    /// <summary>The name without the place of a tag's key: <c>aws:RequestTag</c> for <c>aws:RequestTag/${TagKey}</c>.</summary>
    public string Stem => IsTag ? Name[..^TagEnd.Length] : Name;
}
