using System.Globalization;
using System.Xml.Linq;
using Amazon.S3Control.Model;

namespace Amazon.S3Control.Internal;

/// <summary>Writes the bodies of requests.</summary>
internal static class S3ControlBodies
{
    private static readonly XNamespace s_ns = S3ControlRequest.Namespace;

    public static XElement Of(CreateMultiRegionAccessPointRequest request) => Async(
        nameof(CreateMultiRegionAccessPointRequest),
        request.ClientToken,
        Text("Name", request.Details?.Name),
        request.Details?.PublicAccessBlock is { } block ? new XElement(s_ns + "PublicAccessBlock", Settings(block)) : null,
        request.Details?.Regions is { } regions ? new XElement(s_ns + "Regions", regions.Select(Of)) : null);

    public static XElement Of(DeleteMultiRegionAccessPointRequest request) => Async(
        nameof(DeleteMultiRegionAccessPointRequest),
        request.ClientToken,
        Text("Name", request.Details?.Name));

    public static XElement Of(PutMultiRegionAccessPointPolicyRequest request) => Async(
        nameof(PutMultiRegionAccessPointPolicyRequest),
        request.ClientToken,
        Text("Name", request.Details?.Name),
        Text("Policy", request.Details?.Policy));

    public static XElement Of(SubmitMultiRegionAccessPointRoutesRequest request) => new(
        s_ns + nameof(SubmitMultiRegionAccessPointRoutesRequest),
        new XElement(s_ns + "RouteUpdates", request.RouteUpdates?.Select(Of)));

    public static XElement Of(PutPublicAccessBlockRequest request) => new(
        s_ns + "PublicAccessBlockConfiguration",
        request.PublicAccessBlockConfiguration is { } block ? Settings(block) : null);

    private static XElement Async(string root, string? token, params XElement?[] details) => new(
        s_ns + root,
        new XElement(s_ns + "ClientToken", token ?? Guid.NewGuid().ToString()),
        new XElement(s_ns + "Details", details.OfType<XElement>()));

    private static XElement Of(Region region) => new(
        s_ns + "Region",
        Text("Bucket", region.Bucket),
        Text("BucketAccountId", region.BucketAccountId));

    private static XElement Of(MultiRegionAccessPointRoute route) => new(
        s_ns + "Route",
        Text("Bucket", route.Bucket),
        Text("Region", route.Region),
        Text("TrafficDialPercentage", route.TrafficDialPercentage?.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<XElement> Settings(PublicAccessBlockConfiguration block) =>
        new[]
        {
            Flag("BlockPublicAcls", block.BlockPublicAcls),
            Flag("IgnorePublicAcls", block.IgnorePublicAcls),
            Flag("BlockPublicPolicy", block.BlockPublicPolicy),
            Flag("RestrictPublicBuckets", block.RestrictPublicBuckets),
        }.OfType<XElement>();

    private static XElement? Flag(string name, bool? value) =>
        value is { } flag ? new XElement(s_ns + name, flag) : null;

    private static XElement? Text(string name, string? value) =>
        value is null ? null : new XElement(s_ns + name, value);
}
