using System.Collections.Immutable;

namespace Mrap.Sandbox.Wire;

/// <summary>A service behind whose names the sandbox stands: how it is addressed, signed for, and how its errors look.</summary>
/// <param name="name">Its name in messages and tests.</param>
/// <param name="signingName">The service in the scope of its signatures.</param>
/// <param name="errors">The form of its errors.</param>
/// <param name="hostLabels">The labels of its host names in front of the Region, such as <c>sts</c> and <c>sts-fips</c>.</param>
internal sealed class AwsService(string name, string signingName, ErrorForm errors, params ImmutableArray<string> hostLabels)
{
    /// <summary>Amazon S3, buckets and objects.</summary>
    public static AwsService S3 { get; } = new("S3", "s3", ErrorForm.Flat, "s3", "s3-fips");

    /// <summary>The global data plane of Multi-Region Access Points.</summary>
    public static AwsService S3Global { get; } = new("S3Global", "s3", ErrorForm.Flat, "s3-global");

    /// <summary>Amazon S3 Control.</summary>
    public static AwsService S3Control { get; } = new("S3Control", "s3", ErrorForm.Nested, "s3-control", "s3-control-fips");

    /// <summary>The service in the scope of its signatures.</summary>
    public string SigningName { get; } = signingName;

    /// <summary>The form of its errors.</summary>
    public ErrorForm Errors { get; } = errors;

    /// <summary>The labels of its host names in front of the Region.</summary>
    public ImmutableArray<string> HostLabels { get; } = hostLabels;

    /// <summary>Whether it is one of the S3 family, whose addresses carry buckets, accounts and aliases.</summary>
    public bool IsS3 => SigningName == "s3";

    /// <summary>Its name.</summary>
    public override string ToString() => name;
}
