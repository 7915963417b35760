using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Mrap.Testing;

namespace Mrap.AwsSdk.Tests.IdentityManagement;

public sealed class AnswerTests
{
    private const string Xmlns = "xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"";

    private static readonly GetRoleRequest s_getRole = new() { RoleName = "replicate" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData(Xmlns)]
    public async Task GetRole_Role_IsReadWithAndWithoutNamespace(string xmlns)
    {
        await using var server = await AnsweringAsync(
            200,
            $"<GetRoleResponse {xmlns}><GetRoleResult><Role><Path>/service-role/</Path><Arn>arn:r</Arn><RoleName>replicate</RoleName>"
                + "<RoleId>AROA1</RoleId><AssumeRolePolicyDocument>%7B%7D</AssumeRolePolicyDocument><CreateDate>2026-11-22T17:00:00Z"
                + "</CreateDate><MaxSessionDuration>3600</MaxSessionDuration><Tags><member><Key>k</Key><Value>v</Value></member></Tags>"
                + "</Role></GetRoleResult><ResponseMetadata><RequestId>R1</RequestId></ResponseMetadata></GetRoleResponse>");

        var answer = await server.Client.GetRoleAsync(s_getRole, Cancellation);

        answer.ResponseMetadata.RequestId.ShouldBe("REQUEST1");
        var role = answer.Role.ShouldNotBeNull();
        (role.Path, role.Arn, role.RoleName, role.RoleId).ShouldBe(("/service-role/", "arn:r", "replicate", "AROA1"));
        role.AssumeRolePolicyDocument.ShouldBe("%7B%7D");
        role.CreateDate.ShouldBe(new DateTime(2026, 11, 22, 17, 0, 0, DateTimeKind.Utc));
        role.MaxSessionDuration.ShouldBe(3600);
        role.Description.ShouldBeNull();
        role.Tags.ShouldHaveSingleItem().Key.ShouldBe("k");
    }

    [Theory]
    [InlineData(404, "NoSuchEntity", typeof(NoSuchEntityException))]
    [InlineData(409, "EntityAlreadyExists", typeof(EntityAlreadyExistsException))]
    [InlineData(400, "MalformedPolicyDocument", typeof(MalformedPolicyDocumentException))]
    [InlineData(409, "LimitExceeded", typeof(LimitExceededException))]
    [InlineData(409, "DeleteConflict", typeof(DeleteConflictException))]
    [InlineData(409, "ConcurrentModification", typeof(ConcurrentModificationException))]
    [InlineData(400, "UnmodifiableEntity", typeof(UnmodifiableEntityException))]
    [InlineData(400, "InvalidInput", typeof(InvalidInputException))]
    [InlineData(403, "AccessDenied", typeof(AmazonIdentityManagementServiceException))]
    public async Task Service_Refuses_ThrowsTheExceptionOfTheCode(int status, string code, Type expected)
    {
        await using var server = await AnsweringAsync(
            status,
            $"<ErrorResponse {Xmlns}><Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error><RequestId>R2</RequestId>"
                + "</ErrorResponse>");

        var fault = await Should.ThrowAsync<AmazonIdentityManagementServiceException>(
            () => server.Client.GetRoleAsync(s_getRole, Cancellation));

        fault.ShouldBeOfType(expected);
        (fault.ErrorCode, fault.Message, fault.RequestId, (int)fault.StatusCode).ShouldBe((code, "no", "R2", status));
        fault.ErrorType.ShouldBe(ErrorType.Sender);
        server.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Service_Fails_IsTriedAgain()
    {
        await using var server = await AnsweringAsync(500, "<ErrorResponse><Error><Code>ServiceFailure</Code></Error></ErrorResponse>");

        await Should.ThrowAsync<ServiceFailureException>(() => server.Client.GetRoleAsync(s_getRole, Cancellation));

        server.Server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>bad gateway")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><ErrorResponse><Error><Code>&b;</Code></Error></ErrorResponse>")]
    public async Task Service_ErrorThatIsNotItsOwn_KeepsTheStatus(string body)
    {
        await using var server = await AnsweringAsync(404, body);

        var fault = await Should.ThrowAsync<AmazonIdentityManagementServiceException>(
            () => server.Client.GetRoleAsync(s_getRole, Cancellation));

        (fault.StatusCode, fault.ErrorCode).ShouldBe((HttpStatusCode.NotFound, "NotFound"));
    }

    private static Task<QueryServer<AmazonIdentityManagementServiceClient>> AnsweringAsync(int status, string body) =>
        QueryServer<AmazonIdentityManagementServiceClient>.StartAsync<AmazonIdentityManagementServiceConfig>(
            (credentials, config) => new(credentials, config), (_, _) => new RecordedAnswer(status, body));
}
