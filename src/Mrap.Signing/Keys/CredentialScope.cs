namespace Mrap.Signing.Keys;

/// <summary>What a signature is limited to: a day, for V4 a Region, and a service.</summary>
/// <param name="Date">The day in UTC, eight digits <c>yyyyMMdd</c>.</param>
/// <param name="Region">The Region; null in a V4A scope, whose Regions stand in the region set.</param>
/// <param name="Service">The signing name of the service, such as <c>s3</c>, <c>sts</c> or <c>monitoring</c>.</param>
public sealed record CredentialScope(string Date, string? Region, string Service)
{
    /// <summary>The fixed last part of every scope.</summary>
    public const string Terminator = "aws4_request";

    /// <summary>
    /// Whether the service signs with S3's rules: path encoded once and not normalised, payload hash declared in a header.
    /// </summary>
    public bool UsesS3Rules => Service is "s3" or "s3express" or "s3-outposts" or "s3-object-lambda";

    /// <summary>The scope as it stands in a string to sign.</summary>
    /// <returns><c>date/region/service/aws4_request</c>, without the Region for V4A.</returns>
    public override string ToString() =>
        Region is null ? $"{Date}/{Service}/{Terminator}" : $"{Date}/{Region}/{Service}/{Terminator}";
}
