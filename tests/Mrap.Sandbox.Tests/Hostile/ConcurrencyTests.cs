using System.Net.Sockets;
using System.Text;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Hostile;

public sealed class ConcurrencyTests(HostileSandbox sandbox) : IClassFixture<HostileSandbox>
{
    [Fact]
    public async Task Object_WrittenReadAndDeletedAtOnce_IsNeverTorn()
    {
        var target = HostileSandbox.Target("contended");
        var answers = await Task.WhenAll(Enumerable.Range(0, 48).Select(i => (i % 4) switch
        {
            0 => sandbox.Client.S3Async("DELETE", target),
            1 => sandbox.Client.S3Async("GET", target),
            _ => sandbox.Client.S3Async("PUT", target, new string((char)('a' + (i % 26)), 100_000)),
        }));

        foreach (var (answer, i) in answers.Select((answer, i) => (answer, i)))
        {
            answer.Status.ShouldBeOneOf(200, 204, 404);
            if (i % 4 == 1 && answer.Status == 200)
            {
                answer.Body.Length.ShouldBe(100_000);
                answer.Body.Distinct().Count().ShouldBe(1);
            }
        }
    }

    [Fact]
    public async Task Upload_CompletedAndAbortedAtOnce_IsEitherWholeOrGone()
    {
        var target = HostileSandbox.Target("upload-race");
        for (var round = 0; round < 5; round++)
        {
            var uploadId = (await sandbox.Client.S3Async("POST", target + "?uploads")).Value("UploadId");
            var part = await sandbox.Client.S3Async("PUT", $"{target}?partNumber=1&uploadId={uploadId}", "whole");
            var list = $"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{part.Headers["ETag"]}</ETag></Part></"
                + $"CompleteMultipartUpload>";

            var race = await Task.WhenAll(
                sandbox.Client.S3Async("POST", $"{target}?uploadId={uploadId}", list),
                sandbox.Client.S3Async("DELETE", $"{target}?uploadId={uploadId}"));

            var left = await sandbox.Client.S3Async("GET", target);
            (race[0].Status, left.Status).ShouldBe(race[0].Status == 200 ? (200, 200) : (404, 404));
            race[1].Status.ShouldBe(race[0].Status == 200 ? 404 : 204);
            await sandbox.Client.S3Async("DELETE", target);
        }
    }

    [Fact]
    public async Task AccessPoint_CreatedManyTimesAtOnceWithOneToken_IsCreatedOnce()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => sandbox.Client.RequestAccessPointAsync("one-token", [HostileSandbox.Bucket], "the-token")));

        answers.ShouldAllBe(answer => answer.Status == 200);
        answers.Select(answer => answer.Value("RequestTokenARN")).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public async Task AccessPoint_CreatedManyTimesAtOnceUnderOneName_IsThereOnce()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => sandbox.Client.RequestAccessPointAsync("one-name", [HostileSandbox.Bucket], $"token-{i}")));

        var listed = await sandbox.Client.ControlAsync("GET", "/mrap/instances");
        listed.Values("Name").Count(name => name == "one-name").ShouldBe(1);
    }

    [Fact]
    public async Task Upload_CutOffByItsClient_LeavesNoBytesBehind()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var regions = Path.Combine(sandbox.Fixture.Options.DataDirectory, "regions");
        var target = HostileSandbox.Target("cut-off");
        const int Uploads = 20;
        await Task.WhenAll(Enumerable.Range(0, Uploads).Select(async _ =>
        {
            var request =
                new WireRequest("PUT", target) { AnnouncedLength = 50 << 20, Payload = Mrap.Signing.Bodies.PayloadDeclaration.Unsigned };
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync("127.0.0.1", sandbox.Fixture.Host.HttpPort, cancellation);
            await socket.SendAsync(Encoding.Latin1.GetBytes(sandbox.Client.Head(request)), cancellation);
            await socket.SendAsync(new byte[1 << 20], cancellation);
        }));

        // The journal takes an entry when a request is over.
        while (
            (
                await sandbox.Client.S3Async(
                    "GET", "/_sandbox/requests?limit=2000", cancellation: cancellation)).Text.Split("\"cut-off\"").Length - 1 < Uploads)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        StagedFiles(regions).ShouldBe(0);
        await sandbox.ShouldHaveNothingAtAsync(target);
    }

    [Fact]
    public async Task Connection_AfterRefusedBodies_ServesTheNextRequest()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
        var root = new Uri($"http://127.0.0.1:{sandbox.Fixture.Host.HttpPort}");
        for (var i = 0; i < 5; i++)
        {
            using var refused = await client.PutAsync(
                new Uri(root, HostileSandbox.Target("refused")), new ByteArrayContent(new byte[100_000]), cancellation);
            var health = await client.GetStringAsync(new Uri(root, "/_sandbox/health"), cancellation);

            ((int)refused.StatusCode).ShouldBe(403);
            health.ShouldContain("ready");
        }
    }

    // What other tests have deleted stays among the objects for a while; what was never put is in staging or nowhere.
    private static int StagedFiles(string regions) =>
        Directory.EnumerateFiles(regions, "*", SearchOption.AllDirectories).Count(
            file => Path.GetFileName(Path.GetDirectoryName(file)) == "staging");
}
