using Amazon;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Mrap.Testing;

namespace Mrap.AwsSdk.Tests.IdentityManagement;

/// <summary>The requests of the IAM API Reference, "Actions", byte for byte.</summary>
public sealed class RequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateRole_AllMembersGiven_SendsTheFormOfTheCli()
    {
        await using var server = await StartAsync();

        await server.Client.CreateRoleAsync(
            new CreateRoleRequest
            {
                RoleName = "replicate",
                Path = "/service-role/",
                AssumeRolePolicyDocument = """{"a": "b+c"}""",
                MaxSessionDuration = 3600,
                Description = "ü",
                Tags = [new Tag { Key = "k1", Value = "v 1" }, new Tag { Key = "k2", Value = string.Empty }],
            },
            Cancellation);

        var request = server.Only;
        (request.Method, request.RawTarget, request.Host).ShouldBe(("POST", "/", "iam.amazonaws.com"));
        request.Headers["Content-Type"].ShouldBe("application/x-www-form-urlencoded; charset=utf-8");
        request.Headers["Authorization"].ShouldContain("/us-east-1/iam/aws4_request");
        request.Text.ShouldBe(
            "Action=CreateRole&Version=2010-05-08&AssumeRolePolicyDocument=%7B%22a%22%3A%20%22b%2Bc%22%7D&Description=%C3%BC"
                + "&MaxSessionDuration=3600&Path=%2Fservice-role%2F&RoleName=replicate&Tags.member.1.Key=k1&Tags.member.1.Value=v%201"
                + "&Tags.member.2.Key=k2&Tags.member.2.Value=");
    }

    [Fact]
    public async Task SimulatePrincipalPolicy_Lists_AreNumbered()
    {
        await using var server = await StartAsync();

        await server.Client.SimulatePrincipalPolicyAsync(
            new SimulatePrincipalPolicyRequest
            {
                PolicySourceArn = "arn:aws:iam::123456789012:role/r",
                ActionNames = ["s3:GetObject", "s3:PutObject"],
                ResourceArns = [],
                MaxItems = 5,
            },
            Cancellation);

        server.Only.Text.ShouldBe(
            "Action=SimulatePrincipalPolicy&Version=2010-05-08&ActionNames.member.1=s3%3AGetObject&ActionNames.member.2=s3%3APutObject"
                + "&MaxItems=5&PolicySourceArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fr");
    }

    [Fact]
    public async Task NamedRequests_SendTheirActionAndNames()
    {
        await using var server = await StartAsync();
        var client = server.Client;

        await client.GetRoleAsync(new GetRoleRequest { RoleName = "r" }, Cancellation);
        await client.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "r" }, Cancellation);
        await client.UpdateAssumeRolePolicyAsync(
            new UpdateAssumeRolePolicyRequest { RoleName = "r", PolicyDocument = "d" }, Cancellation);
        await client.PutRolePolicyAsync(
            new PutRolePolicyRequest { RoleName = "r", PolicyName = "p", PolicyDocument = "d" }, Cancellation);
        await client.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = "r", PolicyName = "p" }, Cancellation);
        await client.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "r", PolicyName = "p" }, Cancellation);
        await client.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = "r", Marker = "m" }, Cancellation);
        await client.ListAttachedRolePoliciesAsync(
            new ListAttachedRolePoliciesRequest { RoleName = "r", PathPrefix = "/a/" }, Cancellation);

        const string version = "&Version=2010-05-08&";
        server.Server.Requests.Select(request => request.Text).ShouldBe(
        [
            $"Action=GetRole{version}RoleName=r",
            $"Action=DeleteRole{version}RoleName=r",
            $"Action=UpdateAssumeRolePolicy{version}PolicyDocument=d&RoleName=r",
            $"Action=PutRolePolicy{version}PolicyDocument=d&PolicyName=p&RoleName=r",
            $"Action=GetRolePolicy{version}PolicyName=p&RoleName=r",
            $"Action=DeleteRolePolicy{version}PolicyName=p&RoleName=r",
            $"Action=ListRolePolicies{version}Marker=m&RoleName=r",
            $"Action=ListAttachedRolePolicies{version}PathPrefix=%2Fa%2F&RoleName=r",
        ]);
    }

    [Theory]
    [InlineData("ap-southeast-2", "iam.amazonaws.com", "us-east-1")]
    [InlineData("cn-northwest-1", "iam.cn-north-1.amazonaws.com.cn", "cn-north-1")]
    [InlineData("us-gov-east-1", "iam.us-gov.amazonaws.com", "us-gov-west-1")]
    public async Task AnyRequest_Partition_DecidesAddressAndSignature(string region, string host, string signed)
    {
        await using var server = await StartAsync(RegionEndpoint.GetBySystemName(region));

        await server.Client.GetRoleAsync(new GetRoleRequest { RoleName = "r" }, Cancellation);

        server.Only.Host.ShouldBe(host);
        server.Only.Headers["Authorization"].ShouldContain($"/{signed}/iam/aws4_request");
    }

    private static Task<QueryServer<AmazonIdentityManagementServiceClient>> StartAsync(RegionEndpoint? region = null) =>
        QueryServer<AmazonIdentityManagementServiceClient>.StartAsync<AmazonIdentityManagementServiceConfig>(
            (credentials, config) => new(credentials, config), (_, _) => new RecordedAnswer(200, "<R/>"), region);
}
