using Mrap.Policy.Checks.Findings;

namespace Mrap.Policy.Checks.Principals;

/// <summary>
/// The statement by which a bucket's policy leaves decisions to access points (Amazon S3 User Guide, "Delegating access control to access
/// points").
/// </summary>
public static class DelegationStatement
{
    /// <summary>Delegates to one access point.</summary>
    /// <param name="bucket">The name of the bucket.</param>
    /// <param name="sid">The statement's id; null for none.</param>
    /// <returns>The statement as a JSON object on one line.</returns>
    public static string ToAccessPoint(string bucket, string accessPointArn, string? sid = null) =>
        Of(bucket, "s3:DataAccessPointArn", accessPointArn, sid);

    /// <summary>Delegates to every access point of an account.</summary>
    /// <param name="bucket">The name of the bucket.</param>
    /// <param name="sid">The statement's id; null for none.</param>
    /// <returns>The statement as a JSON object on one line.</returns>
    public static string ToAccount(string bucket, string account, string? sid = null) =>
        Of(bucket, "s3:DataAccessPointAccount", account, sid);

    private static string Of(string bucket, string key, string value, string? sid)
    {
        var id = sid is null ? "" : $"\"Sid\": {JsonText.Quote(sid)}, ";
        var resources = $"{JsonText.Quote("arn:aws:s3:::" + bucket)}, {JsonText.Quote($"arn:aws:s3:::{bucket}/*")}";
        return "{" + id + "\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"*\"}, \"Action\": \"s3:*\", \"Resource\": [" + resources
            + "], \"Condition\": {\"StringEquals\": {" + JsonText.Quote(key) + ": " + JsonText.Quote(value) + "}}}";
    }
}
