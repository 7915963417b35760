using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;

namespace Mrap.Sandbox.Tests.Iam;

public sealed class HostileCallTests(IamFixture fixture) : IClassFixture<IamFixture>
{
    private static readonly string[] s_names =
    [
        "UserName", "NewUserName", "RoleName", "PolicyName", "Path", "NewPath", "PathPrefix", "PolicyDocument", "AssumeRolePolicyDocument",
        "PolicyArn", "PermissionsBoundary",
        "VersionId", "AccessKeyId", "Status", "Marker", "MaxItems", "MaxSessionDuration", "Description", "Scope", "OnlyAttached",
        "PolicyUsageFilter", "EntityFilter", "SetAsDefault",
        "Tags.member.1.Key", "Tags.member.1.Value", "TagKeys.member.1", "RoleArn", "RoleSessionName", "DurationSeconds", "Policy",
        "PolicyArns.member.1.arn", "ExternalId", "SourceIdentity",
        "TransitiveTagKeys.member.1",
    ];

    private static readonly string[] s_values =
    [
        "", " ", "\0", "\u0001\u001f", "\ud800", "😀", "..", "/", "//", "/a/", "-1", "0", "1", "99999999999999999999", "true", "v1", "v0",
        "*", "${aws:username}", "%00", "a&b=c", "<x/>", "admin", "ADMIN",
        "arn:", "arn:aws:iam::111122223333:policy/", "arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::111122223333:role/",
        "arn:aws:iam:::role/x", "arn:aws:iam::111122223333:root", "::::::",
        "{}", "{\"Statement\":[]}", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "bm9uc2Vuc2U=", new('a', 5000), new('é', 700),
        IamClient.Everything, IamClient.Trust("*"), "AKIAIOSFODNN7EXAMPLE", "settings-1",
    ];

    [Theory]
    [InlineData("iam")]
    [InlineData("sts")]
    public async Task Call_WithAnyParameters_IsAnsweredAndNeverAFaultOfTheServer(string service)
    {
        var operations = fixture.Sandbox.Host.Services.GetServices<IQueryOperations>()
            .Where(group => group.Service.SigningName == service)
            .SelectMany(group => group.Operations)
            .Select(operation => operation.Name)
            .ToList();
        var random = new Random(20_261_122);

        operations.Count.ShouldBeGreaterThan(2);
        foreach (var operation in operations)
        {
            await SendAsync(service, operation, []);
            for (var i = 0; i < 25; i++)
            {
                await SendAsync(
                    service, operation,
                    [.. s_names.Where(_ => random.Next(3) > 0).Select(name => (name, s_values[random.Next(s_values.Length)]))]);
            }
        }

        (await fixture.Admin.StsAsync("GetCallerIdentity")).Value("Arn").ShouldBe("arn:aws:iam::111122223333:user/admin");
    }

    [Fact]
    public async Task Form_OfTooManyParameters_IsRefused()
    {
        var answer = await fixture.Admin.IamAsync("ListUsers", [.. Enumerable.Range(0, 5000).Select(i => ($"p{i}", "v"))]);

        (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedQueryString"));
    }

    [Fact]
    public async Task Form_OfThousandsOfMembers_IsAnsweredSoon()
    {
        var tags = Enumerable.Range(1, 4000).Select(i => ($"Tags.member.{i}.Key", $"k{i}"));

        var answer = await fixture.Admin.IamAsync("CreateUser", [("UserName", "many"), .. tags]);

        (answer.Status, answer.ErrorCode).ShouldBe((400, "ValidationError"));
    }

    [Fact]
    public void Form_WhoseNameHasThousandsOfMembers_TakesLittleMemory()
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        var body = Encoding.UTF8.GetBytes("Action=ListUsers&x" + string.Concat(Enumerable.Repeat(".member.1", 20_000)) + "=y");
        var call = new ServiceCall(
            Exchanges.Of(http, TimeProvider.System),
            Callers.Root(AccountId.Parse("111122223333").Value, "AKIAROOT"), Endpoint: null, body);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var form = QueryForm.Read(call);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000_000);
        form.Action.ShouldBe("ListUsers");
    }

    private async Task SendAsync(string service, string operation, (string Name, string Value)[] parameters)
    {
        var answer = service == "iam"
            ? await fixture.Admin.IamAsync(operation, parameters)
            : await fixture.Admin.StsAsync(operation, parameters);

        answer.Status.ShouldBeLessThan(500, $"{operation} {string.Join('&', parameters)}\n{answer.Text}");
        answer.Xml.Name.LocalName.ShouldBe(answer.Status == 200 ? operation + "Response" : "ErrorResponse");
    }
}
