using Microsoft.Extensions.DependencyInjection;
using Mrap.Policy.Actions;
using Mrap.Sandbox.S3Control;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Tests.S3Control;

/// <summary>The operations of S3 Control fit each other: each is found by its own path, and needs an action that exists.</summary>
public sealed class ControlDirectoryTests
{
    private const string Arn = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap";

    private static readonly ControlDirectory s_directory = new(Registered.Of<IControlOperations>(new ServiceCollection().AddS3Control()));

    [Fact]
    public void Names_AreUnique() => s_directory.All.Select(operation => operation.Name).ShouldBeUnique();

    [Fact]
    public void Actions_Exist()
    {
        foreach (var operation in s_directory.All)
        {
            S3Actions.Find(operation.Action).ShouldNotBeNull(operation.Name);
        }
    }

    [Theory]
    [InlineData("POST", "/async-requests/mrap/create", "CreateMultiRegionAccessPoint", "")]
    [InlineData("POST", "/async-requests/mrap/delete", "DeleteMultiRegionAccessPoint", "")]
    [InlineData("POST", "/async-requests/mrap/put-policy", "PutMultiRegionAccessPointPolicy", "")]
    [InlineData("GET", "/async-requests/mrap/arn:aws:s3:us-west-2:1:async-request/mrap/create/x", "DescribeMultiRegionAccessPointOperation",
        "arn:aws:s3:us-west-2:1:async-request/mrap/create/x")]
    [InlineData("GET", "/mrap/instances", "ListMultiRegionAccessPoints", "")]
    [InlineData("GET", "/mrap/instances/", "ListMultiRegionAccessPoints", "")]
    [InlineData("GET", "/mrap/instances/demo", "GetMultiRegionAccessPoint", "demo")]
    [InlineData("GET", "/mrap/instances/policy", "GetMultiRegionAccessPoint", "policy")]
    [InlineData("GET", "/mrap/instances/demo/policy", "GetMultiRegionAccessPointPolicy", "demo")]
    [InlineData("GET", "/mrap/instances/demo/policystatus", "GetMultiRegionAccessPointPolicyStatus", "demo")]
    [InlineData("GET", "/mrap/instances/" + Arn + "/routes", "GetMultiRegionAccessPointRoutes", Arn)]
    [InlineData("PATCH", "/mrap/instances/arn%3Aaws%3As3%3A%3A111122223333%3Aaccesspoint%2Fmfzwi23gnjvgw.mrap/routes",
        "SubmitMultiRegionAccessPointRoutes", Arn)]
    [InlineData("GET", "/configuration/publicAccessBlock", "GetPublicAccessBlock", "")]
    [InlineData("PUT", "/configuration/publicAccessBlock", "PutPublicAccessBlock", "")]
    [InlineData("DELETE", "/configuration/publicAccessBlock", "DeletePublicAccessBlock", "")]
    public void Request_IsTheOperationMeant(string method, string path, string name, string argument)
    {
        var (operation, read) = s_directory.Require(method, "/v20180820" + path);

        (operation.Name, read).ShouldBe((name, argument));
    }

    [Theory]
    [InlineData("POST", "/mrap/instances/demo", 405, "MethodNotAllowed")]
    [InlineData("PUT", "/mrap/instances/demo/routes", 405, "MethodNotAllowed")]
    [InlineData("POST", "/async-requests/mrap/resize", 405, "MethodNotAllowed")]
    [InlineData("GET", "/tags", 501, "NotImplemented")]
    [InlineData("GET", "/mrap/instancesX", 501, "NotImplemented")]
    [InlineData("GET", "/mrap/instances/%zz", 400, "InvalidURI")]
    public void Request_OfNoOperation_IsRefused(string method, string path, int status, string code)
    {
        var refusal = Should.Throw<ServiceException>(() => s_directory.Require(method, "/v20180820" + path));

        (refusal.Error.Status, refusal.Error.Code).ShouldBe((status, code));
    }
}
