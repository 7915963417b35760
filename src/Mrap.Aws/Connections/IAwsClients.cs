using Amazon.S3;
using Amazon.S3Control;
using Amazon.SecurityToken;
using Mrap.Core.Regions;

namespace Mrap.Aws.Connections;

/// <summary>The AWS clients of the console, made when first asked for and kept. Callers do not dispose them.</summary>
public interface IAwsClients
{
    /// <summary>Who answers.</summary>
    AwsMode Mode { get; }

    /// <summary>S3 in a Region, for buckets.</summary>
    /// <returns>The client.</returns>
    IAmazonS3 S3(RegionId region);

    /// <summary>
    /// S3 for access point ARNs, which have no Region. <see cref="DataPlaneExchange"/> places its requests and captures its answers.
    /// </summary>
    /// <returns>The client.</returns>
    IAmazonS3 DataPlane();

    /// <summary>
    /// S3 Control in a Region: us-west-2 manages access points, five Regions manage routes (Amazon S3 User Guide, "Amazon S3 Multi-Region
    /// Access Points failover controls").
    /// </summary>
    /// <returns>The client.</returns>
    IAmazonS3Control Control(RegionId region);

    /// <summary>The token service, which knows whose credentials these are.</summary>
    /// <returns>The client.</returns>
    IAmazonSecurityTokenService Identity();
}
