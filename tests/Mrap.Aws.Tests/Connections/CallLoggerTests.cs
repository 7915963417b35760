using Amazon.Runtime;
using Amazon.S3Control.Model;
using Microsoft.Extensions.Logging;
using Mrap.Aws.Connections;
using Mrap.Core.Regions;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Connections;

public sealed class CallLoggerTests
{
    private const string Refusal =
        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error><RequestId>R2</RequestId></ErrorResponse>";

    private readonly RecordingLogger<AwsClients> _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_Refused_IsLoggedOnceWithoutSecrets()
    {
        await using var server = await RecordingServer.StartAsync((_, _) => new RecordedAnswer(403, Refusal));
        using var clients = Clients(server.Port);

        await Should.ThrowAsync<AmazonServiceException>(() => CallAsync(clients, Cancellation));

        var (id, level, text) = _log.Entries.ShouldHaveSingleItem();
        (id, level).ShouldBe((2002, LogLevel.Information));
        text.ShouldBe("ListMultiRegionAccessPoints in us-west-2 was refused with AccessDenied, status 403, request R2");
    }

    [Fact]
    public async Task Call_ThatFailsEveryTime_IsLoggedOnceAsAWarning()
    {
        await using var server = await RecordingServer.StartAsync((_, _) => new RecordedAnswer(500, string.Empty));
        using var clients = Clients(server.Port);

        await Should.ThrowAsync<AmazonServiceException>(() => CallAsync(clients, Cancellation));

        server.Requests.Count.ShouldBe(2);
        _log.Entries.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
    }

    [Fact]
    public async Task Call_Cancelled_IsNotLogged()
    {
        await using var server = await RecordingServer.StartAsync((_, _) => RecordedAnswer.Empty);
        using var clients = Clients(server.Port);

        await Should.ThrowAsync<OperationCanceledException>(() => CallAsync(clients, new CancellationToken(canceled: true)));

        _log.Entries.ShouldBeEmpty();
    }

    private static Task<ListMultiRegionAccessPointsResponse> CallAsync(AwsClients clients, CancellationToken cancellation) => clients
        .Control(RegionCatalog.Management)
        .ListMultiRegionAccessPointsAsync(new ListMultiRegionAccessPointsRequest { AccountId = "111122223333" }, cancellation);

    private AwsClients Clients(int port) => new(new AwsEnvironment { SandboxPort = port, MaxAttempts = 2 }, _log);
}
