using Mrap.Aws.AccessPoints;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Testing;

namespace Mrap.Aws.Tests.AccessPoints;

public sealed class FaultTests
{
    private const string Identity = "<GetCallerIdentityResponse "
        + "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/admin"
        + "</Arn><UserId>A</UserId><Account>111122223333</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId>"
        + "</ResponseMetadata></GetCallerIdentityResponse>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301, "PermanentRedirect", "us-west-2")]
    [InlineData(403, "AccessDenied", "s3:ListAllMyBuckets")]
    [InlineData(400, "InvalidToken", "Regional endpoint of STS")]
    public async Task Service_Refuses_FaultSaysWhatToDo(int status, string code, string advice)
    {
        await using var server = await StartAsync(
            new RecordedAnswer(
                status,
                $"<ErrorResponse><Error><Code>{code}</Code><Message>no</Message></Error><RequestId>R2</RequestId></ErrorResponse>"));
        using var services = new ConsoleServices(server.Port);

        var outcome = await services.Get<ListAccessPoints>().ExecuteAsync(Cancellation);

        var fault = outcome.Fault.ShouldNotBeNull();
        fault.Code.ShouldBe(code);
        fault.Status.ShouldBe(status);
        fault.RequestId.ShouldBe("R2");
        fault.WhatToDo.ShouldContain(advice);
        fault.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task Service_ThrottlesWith400_FaultIsTransientAndSaysToWait()
    {
        await using var server = await StartAsync(
            new RecordedAnswer(
                400, "<ErrorResponse><Error><Code>ThrottlingException</Code><Message>Rate exceeded</Message></Error></ErrorResponse>"));
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port, MaxAttempts = 1 });

        var fault = (await services.Get<ListAccessPoints>().ExecuteAsync(Cancellation)).Fault.ShouldNotBeNull();

        fault.IsTransient.ShouldBeTrue();
        (fault.Why, fault.WhatToDo).ShouldBe(("The service asks for fewer requests.", "Wait a moment and try again."));
    }

    [Fact]
    public async Task Service_NotThere_FaultIsNoConnection()
    {
        int port;
        await using (var server = await StartAsync(RecordedAnswer.Empty))
        {
            port = server.Port;
        }

        using var services = new ConsoleServices(port);
        var outcome = await services.Get<ListAccessPoints>().ExecuteAsync(Cancellation);

        outcome.Fault.ShouldNotBeNull().Code.ShouldBe(ConsoleFaultCodes.NoConnection);
        outcome.Fault.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Service_AnswersNonsense_FaultIsUnreadable()
    {
        await using var server = await StartAsync(new RecordedAnswer(200, "<html><body>hello"));
        using var services = new ConsoleServices(server.Port);

        var outcome = await services.Get<ListAccessPoints>().ExecuteAsync(Cancellation);

        outcome.Fault.ShouldNotBeNull().Code.ShouldBe(ConsoleFaultCodes.UnreadableAnswer);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Operator)]
    public async Task Delete_RoleTooLow_IsRefusedUnsentAndLogged(Role role)
    {
        await using var server = await StartAsync(RecordedAnswer.Empty);
        using var services = new ConsoleServices(server.Port);

        services.Acting.Current = new ActingUser("eve", role);

        var outcome = await services.Get<DeleteAccessPoint>().ExecuteAsync(
            Example.AccessPoint("demo"), "token", Cancellation);

        outcome.Fault.ShouldNotBeNull().Code.ShouldBe(ConsoleFaultCodes.RoleTooLow);
        server.Requests.ShouldBeEmpty();
        var entry = (await services.Get<IActivityLog>().ReadAsync(new ActivityQuery(), Cancellation)).Entries.ShouldHaveSingleItem();
        (entry.User, entry.Change.Target, entry.Outcome).ShouldBe((new ActingUser("eve", role), "demo", ActivityOutcome.Refused));
        entry.Change.Before!.Split('\n').ShouldBe(
            [
                "ap-southeast-2 demo-ap-southeast-2", "eu-west-1 demo-eu-west-1", "us-east-1 demo-us-east-1", "BlockPublicAcls on",
                "IgnorePublicAcls on", "BlockPublicPolicy on", "RestrictPublicBuckets on",
            ]);
        entry.Fault.ShouldNotBeNull().Code.ShouldBe(ConsoleFaultCodes.RoleTooLow);
    }

    private static Task<RecordingServer> StartAsync(RecordedAnswer control) =>
        RecordingServer.StartAsync(
            (request, _) => request.Host.StartsWith("sts.", StringComparison.Ordinal) ? new RecordedAnswer(200, Identity) : control);
}
