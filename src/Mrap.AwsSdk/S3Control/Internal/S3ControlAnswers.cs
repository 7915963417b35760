using System.Xml.Linq;
using Amazon.S3Control.Model;
using static Mrap.AwsSdk.Protocol.ResponseXml;

namespace Amazon.S3Control.Internal;

/// <summary>Reads the shapes that answers hold.</summary>
internal static class S3ControlAnswers
{
    public static MultiRegionAccessPointReport Report(XElement report) => new()
    {
        Name = Text(report, "Name"),
        Alias = Text(report, "Alias"),
        CreatedAt = Time(report, "CreatedAt"),
        PublicAccessBlock = Block(Child(report, "PublicAccessBlock")),
        Status = Text(report, "Status") is { } status ? MultiRegionAccessPointStatus.FindValue(status) : null,
        Regions = List(report, "Regions", "Region", region => new RegionReport
        {
            Bucket = Text(region, "Bucket"),
            BucketAccountId = Text(region, "BucketAccountId"),
            Region = Text(region, "Region"),
        }),
    };

    public static PublicAccessBlockConfiguration? Block(XElement? block) => block is null ? null : new()
    {
        BlockPublicAcls = Bool(block, "BlockPublicAcls"),
        BlockPublicPolicy = Bool(block, "BlockPublicPolicy"),
        IgnorePublicAcls = Bool(block, "IgnorePublicAcls"),
        RestrictPublicBuckets = Bool(block, "RestrictPublicBuckets"),
    };

    public static MultiRegionAccessPointPolicyDocument? Policies(XElement? policies) => policies is null ? null : new()
    {
        Established = Child(policies, "Established") is { } established ? new() { Policy = Text(established, "Policy") } : null,
        Proposed = Child(policies, "Proposed") is { } proposed ? new() { Policy = Text(proposed, "Policy") } : null,
    };

    public static MultiRegionAccessPointRoute Route(XElement route) => new()
    {
        Bucket = Text(route, "Bucket"),
        Region = Text(route, "Region"),
        TrafficDialPercentage = Int(route, "TrafficDialPercentage"),
    };

    public static AsyncOperation? Operation(XElement? operation) => operation is null ? null : new()
    {
        CreationTime = Time(operation, "CreationTime"),
        Operation = Text(operation, "Operation") is { } name ? AsyncOperationName.FindValue(name) : null,
        RequestParameters = Parameters(Child(operation, "RequestParameters")),
        RequestStatus = Text(operation, "RequestStatus"),
        RequestTokenARN = Text(operation, "RequestTokenARN"),
        ResponseDetails = Details(Child(operation, "ResponseDetails")),
    };

    private static AsyncRequestParameters? Parameters(XElement? parameters) => parameters is null ? null : new()
    {
        CreateMultiRegionAccessPointRequest = Child(parameters, "CreateMultiRegionAccessPointRequest") is { } create
            ? new()
            {
                Name = Text(create, "Name"),
                PublicAccessBlock = Block(Child(create, "PublicAccessBlock")),
                Regions = List(
                    create, "Regions", "Region", region =>
                        new Region { Bucket = Text(region, "Bucket"), BucketAccountId = Text(region, "BucketAccountId") }),
            }
            : null,
        DeleteMultiRegionAccessPointRequest = Child(parameters, "DeleteMultiRegionAccessPointRequest") is { } delete
            ? new() { Name = Text(delete, "Name") }
            : null,
        PutMultiRegionAccessPointPolicyRequest = Child(parameters, "PutMultiRegionAccessPointPolicyRequest") is { } put
            ? new() { Name = Text(put, "Name"), Policy = Text(put, "Policy") }
            : null,
    };

    private static AsyncResponseDetails? Details(XElement? details) => details is null ? null : new()
    {
        ErrorDetails = Child(details, "ErrorDetails") is { } error
            ? new()
            {
                Code = Text(error, "Code"),
                Message = Text(error, "Message"),
                Resource = Text(error, "Resource"),
                RequestId = Text(error, "RequestId")
            }
            : null,
        MultiRegionAccessPointDetails = Child(details, "MultiRegionAccessPointDetails") is { } regions
            ? new()
            {
                Regions = List(
                regions, "Regions", "Region", region =>
                    new MultiRegionAccessPointRegionalResponse
                    {
                        Name = Text(region, "Name"),
                        RequestStatus = Text(region, "RequestStatus")
                    })
            }
            : null,
    };
}
