using Amazon.S3.Model;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Settings;

/// <summary>Documents of the SDK in words that are the same for the same setting.</summary>
internal static class SettingWords
{
    public static string Of(ServerSideEncryptionConfiguration encryption) => Lines(
        (encryption.ServerSideEncryptionRules ?? []).Select(rule => string.Join(
            ", ",
            new[]
            {
                rule.ServerSideEncryptionByDefault?.ServerSideEncryptionAlgorithm?.Value,
                rule.ServerSideEncryptionByDefault?.ServerSideEncryptionKeyManagementServiceKeyId is { Length: > 0 } key
                    ? $"key {key}"
                    : null,
                rule.BucketKeyEnabled is true ? "bucket key" : null,
            }.OfType<string>())));

    public static string Of(OwnershipControls ownership) => Lines((ownership.Rules ?? []).Select(rule => rule.ObjectOwnership?.Value));

    public static string Of(List<Tag> tags) => Lines(tags.Select(tag => $"{tag.Key} = {tag.Value}"));

    public static string Of(BlockPublicAccess block) => block switch
    {
        { IsAllOn: true } => "All four switches on",
        _ when block == BlockPublicAccess.AllOff => "All four switches off",
        _ => $"""
            BlockPublicAcls {Switch(block.BlockPublicAcls)}
            IgnorePublicAcls {Switch(block.IgnorePublicAcls)}
            BlockPublicPolicy {Switch(block.BlockPublicPolicy)}
            RestrictPublicBuckets {Switch(block.RestrictPublicBuckets)}
            """,
    };

    public static string Of(GetBucketNotificationResponse found) => SettingText.Of(
        new
        {
            Topics = found.TopicConfigurations,
            Queues = found.QueueConfigurations,
            Functions = found.LambdaFunctionConfigurations,
            EventBridge = found.EventBridgeConfiguration is not null,
        });

    // Where a rule leads differs from bucket to bucket: what is compared is which objects go out, and how.
    public static string Of(ReplicationConfiguration found) => Lines(
        found.Rules.Select(rule => $"{rule.Status?.Value}, prefix `{rule.Filter?.Prefix ?? rule.Filter?.And?.Prefix}`, "
            + $"delete markers {rule.DeleteMarkerReplication?.Status?.Value ?? "Disabled"}"));

    private static string Switch(bool isOn) => isOn ? "on" : "off";

    private static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines.OfType<string>().Order(StringComparer.Ordinal));
}
