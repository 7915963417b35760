using Amazon.S3.Model;

namespace Mrap.Aws.Settings;

/// <summary>What default encryption says.</summary>
internal static class EncryptionText
{
    /// <summary>The algorithm, such as <c>AES256</c> or <c>aws:kms</c>; empty for none.</summary>
    public static string Algorithm(ServerSideEncryptionConfiguration? encryption) =>
        encryption?.ServerSideEncryptionRules?.FirstOrDefault()?.ServerSideEncryptionByDefault?.ServerSideEncryptionAlgorithm?.Value
            ?? string.Empty;
}
