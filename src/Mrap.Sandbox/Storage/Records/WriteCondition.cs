namespace Mrap.Sandbox.Storage.Records;

/// <summary>A precondition on the newest version of the key, decided in the same transaction as the write.</summary>
/// <param name="IfMatch">The ETag, without quotes, that the newest version must have; <c>*</c> for any; null for no condition.</param>
/// <param name="IfNoneMatch">Whether there must be no newest version (<c>If-None-Match: *</c>).</param>
internal sealed record WriteCondition(string? IfMatch, bool IfNoneMatch)
{
    /// <summary>No condition.</summary>
    public static WriteCondition None { get; } = new(null, IfNoneMatch: false);
}
