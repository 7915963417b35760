namespace Mrap.Signing.Keys;

/// <summary>An access key with its secret, and the session token when the key is temporary.</summary>
/// <param name="AccessKeyId">The public half; appears in every signed request.</param>
/// <param name="Secret">The secret half; never part of <see cref="ToString"/>.</param>
/// <param name="SessionToken">The token that must accompany a temporary key, or null for a long-term key; never part of
/// <see cref="ToString"/>.</param>
public sealed record AwsCredential(string AccessKeyId, string Secret, string? SessionToken = null)
{
    /// <summary>Names the key without its secrets.</summary>
    /// <returns>The access key id, and whether the key is temporary.</returns>
    public override string ToString() =>
        SessionToken is null ? $"AwsCredential {AccessKeyId}" : $"AwsCredential {AccessKeyId} (temporary)";
}
