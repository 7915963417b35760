using Amazon.S3;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;

namespace Mrap.Aws.Settings;

/// <summary>How one setting is read and given to a bucket.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="ReadAsync">Reads it.</param>
/// <param name="WriteAsync">Gives a bucket a document that was read; null where one bucket's document is nothing for another.</param>
/// <param name="WhyNot">Why it cannot be given to another bucket, as a sentence; null when it can.</param>
internal sealed record SettingAccess(
    BucketSetting Setting,
    Func<MemberBucket, CancellationToken, Task<Outcome<SettingValue>>> ReadAsync,
    Func<IAmazonS3, BucketName, object?, CancellationToken, Task>? WriteAsync,
    string? WhyNot = null)
{
    /// <summary>Of a document of the SDK.</summary>
    /// <param name="read">Reads it.</param>
    /// <param name="write">Writes it; null for nothing set.</param>
    /// <param name="text">Puts it into words that are the same for the same setting; null for the usual way.</param>
    /// <param name="whyNot">Why it cannot be written.</param>
    public static SettingAccess Of<T>(
        BucketSetting setting,
        Func<MemberBucket, CancellationToken, Task<Outcome<Found<T>>>> read,
        Func<IAmazonS3, string, T?, CancellationToken, Task>? write,
        Func<T, string>? text = null,
        string? whyNot = null)
        where T : class => new(
            setting,
            async (member, cancellationToken) => (await read(member, cancellationToken)).TryGet(out var found, out var fault)
                ? Value(found.Value, member.Bucket, text ?? (document => SettingText.Of(document)))
                : fault,
            write is null
                ? null
                : (s3, bucket, document, cancellationToken) => write(s3, bucket.Value, (T?)document, cancellationToken),
            whyNot);

    private static SettingValue Value<T>(T? document, BucketName bucket, Func<T, string> text)
        where T : class =>
        document is null ? SettingValue.None : new SettingValue(OwnName.Remove(text(document), bucket), document);
}
