namespace Mrap.Core.Comparison;

/// <summary>The settings of buckets in words.</summary>
public static class BucketSettingText
{
    /// <summary>A heading.</summary>
    /// <param name="setting">The setting.</param>
    /// <returns>Such as <c>Bucket policy</c>.</returns>
    public static string Title(this BucketSetting setting) => setting switch
    {
        BucketSetting.Versioning => "Versioning",
        BucketSetting.Encryption => "Default encryption",
        BucketSetting.BlockPublicAccess => "Block Public Access",
        BucketSetting.Policy => "Bucket policy",
        BucketSetting.Ownership => "Object ownership",
        BucketSetting.Lifecycle => "Lifecycle rules",
        BucketSetting.Cors => "CORS rules",
        BucketSetting.Tags => "Bucket tags",
        BucketSetting.ObjectLock => "Object Lock",
        BucketSetting.Logging => "Server access logging",
        BucketSetting.Notification => "Event notifications",
        BucketSetting.Metrics => "Request metrics",
        BucketSetting.RequestPayment => "Request payment",
        BucketSetting.Replication => "Replication rules",
        _ => throw new ArgumentOutOfRangeException(nameof(setting)),
    };

    /// <summary>The setting in the middle of a sentence.</summary>
    /// <param name="setting">The setting.</param>
    /// <returns>Such as <c>the bucket policy</c>.</returns>
    public static string Noun(this BucketSetting setting) => setting switch
    {
        BucketSetting.BlockPublicAccess or BucketSetting.ObjectLock => setting.Title(),
        BucketSetting.Cors => "the CORS rules",
        _ => $"the {setting.Title().ToLowerInvariant()}",
    };
}
