using System.Collections.Concurrent;
using System.Net;
using System.Xml.Linq;

namespace Mrap.Clients;

/// <summary>SIGKILL in the middle of replication loses no task and writes nothing twice.</summary>
public sealed class ReplicationCrashTests
{
    private const int Kills = 20;
    private const int WritesBeforeAKill = 25;
    private const int Writers = 8;

    [Fact]
    public async Task Kill_WhileItReplicates_LosesNoTaskAndMakesNoVersionTwice()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var sandbox = await SandboxProcess.StartAsync();
        await Script.SucceedAsync(sandbox, ReplicationScripts.Buckets("kill") + "rules use1 \"euw1 apne1\" us-east-1");
        var endpoint = new Uri(sandbox.HttpAddress);
        using var source = new SignedObjects(endpoint, "us-east-1");
        var acknowledged = new ConcurrentBag<string>();
        for (var round = 0; round < Kills; round++)
        {
            var until = acknowledged.Count + WritesBeforeAKill;
            var enough = new TaskCompletionSource();
            var writers = Enumerable.Range(0, Writers)
                .Select(writer => WriteAsync(source, $"{round}-{writer}", until, acknowledged, enough, cancellation))
                .ToArray();
            await enough.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellation);
            await sandbox.KillAsync();
            await Task.WhenAll(writers);
            await sandbox.RestartAsync();
        }

        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri(endpoint, "/_sandbox/replication?wait=60"), cancellation))
            .ShouldStartWith("{\"pending\":0,\"pendingBytes\":0,\"failed\":0,");
        var versions = await VersionsAsync(endpoint, "us-east-1", "kill-use1", cancellation);
        versions.Select(version => version.Key).Distinct().Count().ShouldBe(versions.Count);
        acknowledged.ShouldBeSubsetOf(versions.Select(version => version.Key));
        (await VersionsAsync(endpoint, "eu-west-1", "kill-euw1", cancellation)).ShouldBe(versions);
        (await VersionsAsync(endpoint, "ap-northeast-1", "kill-apne1", cancellation)).ShouldBe(versions);
    }

    private static async Task WriteAsync(
        SignedObjects objects, string writer, int until, ConcurrentBag<string> acknowledged, TaskCompletionSource enough,
        CancellationToken cancellation)
    {
        for (var i = 0; ; i++)
        {
            var key = $"{writer}-{i}";
            try
            {
                if (await objects.PutAsync($"/kill-use1/{key}", new SeededContent(i, i % 10 == 9 ? 100_000 : 1000), cancellation)
                    != HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                return;
            }

            acknowledged.Add(key);
            if (acknowledged.Count >= until)
            {
                enough.TrySetResult();
            }
        }
    }

    private static async Task<List<(string Key, string VersionId)>> VersionsAsync(
        Uri endpoint, string region, string bucket, CancellationToken cancellation)
    {
        using var objects = new SignedObjects(endpoint, region);
        var found = new List<(string Key, string VersionId)>();
        var marker = string.Empty;
        while (true)
        {
            var page = XElement.Parse(await objects.GetTextAsync($"/{bucket}?{marker}versions", cancellation));
            var at = page.Name.Namespace;
            found.AddRange(
                page.Elements(at + "Version")
                    .Select(version => (version.Element(at + "Key")!.Value, version.Element(at + "VersionId")!.Value)));
            if (page.Element(at + "NextKeyMarker") is not { } next)
            {
                return found;
            }

            marker = $"key-marker={next.Value}&version-id-marker={page.Element(at + "NextVersionIdMarker")!.Value}&";
        }
    }
}
