using static Mrap.Sandbox.Tests.Authorization.TwoAccounts;

namespace Mrap.Sandbox.Tests.Authorization;

/// <summary>S3 Control: every operation needs its action.</summary>
public sealed class ControlAccessTests
{
    private const string Block = "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>";

    [Theory]
    [InlineData("GET", "/mrap/instances/demo", "", "s3:GetMultiRegionAccessPoint", "{arn}")]
    [InlineData("GET", "/mrap/instances/none", "", "s3:GetMultiRegionAccessPoint", "arn:aws:s3::111122223333:accesspoint/none")]
    [InlineData("GET", "/mrap/instances", "", "s3:ListMultiRegionAccessPoints", "*")]
    [InlineData("GET", "/mrap/instances/demo/policy", "", "s3:GetMultiRegionAccessPointPolicy", "{arn}")]
    [InlineData("GET", "/mrap/instances/demo/policystatus", "", "s3:GetMultiRegionAccessPointPolicyStatus", "{arn}")]
    [InlineData("GET", "/mrap/instances/{path}/routes", "", "s3:GetMultiRegionAccessPointRoutes", "{arn}")]
    [InlineData(
        "PATCH", "/mrap/instances/{path}/routes",
        "<SubmitMultiRegionAccessPointRoutesRequest><RouteUpdates/></SubmitMultiRegionAccessPointRoutesRequest>",
        "s3:SubmitMultiRegionAccessPointRoutes", "{arn}")]
    [InlineData(
        "POST", "/async-requests/mrap/delete",
        "<DeleteMultiRegionAccessPointRequest><ClientToken>d</ClientToken><Details><Name>demo</Name></Details></DeleteMultiRegionAccessPo"
            + "intRequest>",
        "s3:DeleteMultiRegionAccessPoint", "{arn}")]
    [InlineData(
        "POST", "/async-requests/mrap/put-policy",
        "<PutMultiRegionAccessPointPolicyRequest><ClientToken>p</ClientToken><Details><Name>demo</Name><Policy>{}</Policy></Details></"
            + "PutMultiRegionAccessPointPolicyRequest>",
        "s3:PutMultiRegionAccessPointPolicy", "{arn}")]
    [InlineData(
        "POST", "/async-requests/mrap/create",
        "<CreateMultiRegionAccessPointRequest><ClientToken>c</ClientToken><Details><Name>new</Name><Regions><Region><Bucket>ours</"
            + "Bucket></Region></Regions></Details></CreateMultiRegionAccessPointRequest>",
        "s3:CreateMultiRegionAccessPoint", "arn:aws:s3::111122223333:accesspoint/new")]
    [InlineData(
        "GET", "/async-requests/mrap/arn:aws:s3:us-west-2:111122223333:async-request/mrap/create/abc", "",
        "s3:DescribeMultiRegionAccessPointOperation", "arn:aws:s3:us-west-2:111122223333:async-request/mrap/create/abc")]
    [InlineData("GET", "/configuration/publicAccessBlock", "", "s3:GetAccountPublicAccessBlock", "*")]
    [InlineData("PUT", "/configuration/publicAccessBlock", Block, "s3:PutAccountPublicAccessBlock", "*")]
    [InlineData("DELETE", "/configuration/publicAccessBlock", "", "s3:PutAccountPublicAccessBlock", "*")]
    public async Task Operation_WithoutItsAction_IsDenied(string method, string path, string body, string action, string resource)
    {
        await using var accounts = await StartAsync(alice: Document(Allow("s3:List*", "arn:aws:s3:::*")));
        await accounts.CreateBucketAsync("ours");
        var alias = await accounts.CreatePointAsync("demo", [("ours", Ours)]);

        var answer = await accounts.ControlAsync(
            AsAlice, method, path.Replace("{path}", Uri.EscapeDataString(Arn(alias)), StringComparison.Ordinal), body);

        var on = resource == "*" ? "" : $"on resource: \"{resource.Replace("{arn}", Arn(alias), StringComparison.Ordinal)}\" ";
        answer.ShouldBeDenied(
            $"User: {Alice} is not authorized to perform: {action} {on}because no identity-based policy allows the {action} action");
    }

    [Fact]
    public async Task Create_Allowed_NeedsListAllMyBucketsToo()
    {
        await using var accounts =
            await StartAsync(alice: Document(Allow("s3:CreateMultiRegionAccessPoint", "arn:aws:s3::111122223333:accesspoint/*")));
        await accounts.CreateBucketAsync("ours");

        var answer = await accounts.ControlAsync(
            AsAlice,
            "POST",
            "/async-requests/mrap/create",
            "<CreateMultiRegionAccessPointRequest><ClientToken>c</ClientToken><Details><Name>new</Name><Regions><Region><Bucket>ours</"
                + "Bucket></Region></Regions></Details></CreateMultiRegionAccessPointRequest>");

        answer.ShouldBeDenied(
            $"User: {Alice} is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the "
                + "s3:ListAllMyBuckets action");
    }

    [Fact]
    public async Task OperationOnOneAccessPoint_Allowed_IsAllowedThereOnly()
    {
        await using var accounts = await StartAsync(alice: Document(
            Statement("Allow", null, "s3:*", ["*"]),
            Statement(
                "Deny", null, "s3:DeleteMultiRegionAccessPoint", ["arn:aws:s3::111122223333:accesspoint/*"],
                """{"StringEquals":{"s3:authType":"REST-HEADER"}}""")));
        await accounts.CreateBucketAsync("ours");
        await accounts.CreatePointAsync("demo", [("ours", Ours)]);

        (await accounts.ControlAsync(AsAlice, "GET", "/mrap/instances/demo")).Status.ShouldBe(200);
        var denied = await accounts.ControlAsync(
            AsAlice, "POST", "/async-requests/mrap/delete",
            "<DeleteMultiRegionAccessPointRequest><ClientToken>d</ClientToken><Details><Name>demo</Name></Details></"
                + "DeleteMultiRegionAccessPointRequest>");
        denied.Text.ShouldContain("with an explicit deny in an identity-based policy");
    }

    [Fact]
    public async Task Call_ForAnotherAccount_StaysRefused()
    {
        await using var accounts = await StartAsync();

        (await accounts.ControlAsync(AsTheirAdministrator, "GET", "/mrap/instances")).ShouldBeDenied("Access Denied");
    }
}
