using System.Collections.Concurrent;
using System.Net;

namespace Mrap.Clients;

/// <summary>What was acknowledged survives SIGKILL; what was not is either whole or not there.</summary>
public sealed class CrashTests
{
    private const int Writers = 8;
    private const int WritesBeforeTheKill = 100;

    [Fact]
    public async Task Kill_WhileClientsWrite_KeepsEveryAcknowledgedObjectWholeAndNoHalfWrittenOne()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var sandbox = await SandboxProcess.StartAsync();
        using var objects = new SignedObjects(new Uri(sandbox.HttpAddress), "eu-west-1");
        await objects.CreateBucketAsync("crash-bucket", cancellation);

        var acknowledged = new ConcurrentDictionary<string, string>();
        var attempted = new ConcurrentDictionary<string, string>();
        var enough = new TaskCompletionSource();
        var writers = Enumerable.Range(0, Writers)
            .Select(writer => WriteUntilItFailsAsync(objects, writer, attempted, acknowledged, enough, cancellation))
            .ToArray();

        await enough.Task.WaitAsync(TimeSpan.FromMinutes(2), cancellation);
        await sandbox.KillAsync();
        await Task.WhenAll(writers);
        await sandbox.RestartAsync();

        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(WritesBeforeTheKill);
        foreach (var (path, hash) in acknowledged)
        {
            (await objects.HashAsync(path, cancellation)).ShouldBe(hash, path);
        }

        foreach (var (path, hash) in attempted.Where(attempt => !acknowledged.ContainsKey(attempt.Key)))
        {
            (await objects.HashAsync(path, cancellation)).ShouldBeOneOf(hash, null);
        }

        Directory.GetFiles(sandbox.DataDirectory, "*", SearchOption.AllDirectories)
            .ShouldNotContain(file => file.Contains("staging", StringComparison.Ordinal), "bodies of interrupted writes are left over");
    }

    [Fact]
    public async Task Kill_WhileAnAccessPointIsCreated_FinishesTheOperationAfterTheRestart()
    {
        await using var sandbox = await SandboxProcess.StartAsync(operationDelay: "00:00:10");
        var token = await Script.SucceedAsync(sandbox, """
            "$AWS" s3api create-bucket --region us-east-1 --bucket crash-use1 >/dev/null
            "$AWS" s3control create-multi-region-access-point --region us-west-2 --account-id "$ACCOUNT" --client-token crash \
              --details "Name=crash-point,Regions=[{Bucket=crash-use1}]" --query RequestTokenARN --output text
            "$AWS" s3control list-multi-region-access-points --region us-west-2 --account-id "$ACCOUNT" \
              --query 'AccessPoints[0].Status' --output text
            """);
        token.Split('\n')[1].ShouldBe("CREATING");

        await sandbox.KillAsync();
        await sandbox.RestartAsync();

        var status = await Script.SucceedAsync(sandbox, $$"""
            for _ in $(seq 300); do
              status=$("$AWS" s3control describe-multi-region-access-point-operation --region us-west-2 --account-id "$ACCOUNT" \
                --request-token-arn '{{token.Split('\n')[0]}}' --query AsyncOperation.RequestStatus --output text)
              case $status in SUCCEEDED|FAILED) break;; esac
            done
            echo $status
            "$AWS" s3control get-multi-region-access-point --region us-west-2 --account-id "$ACCOUNT" --name crash-point \
              --query AccessPoint.Status --output text
            """);
        status.Split('\n').ShouldBe(["SUCCEEDED", "READY"]);
    }

    private static async Task WriteUntilItFailsAsync(
        SignedObjects objects,
        int writer,
        ConcurrentDictionary<string, string> attempted,
        ConcurrentDictionary<string, string> acknowledged,
        TaskCompletionSource enough,
        CancellationToken cancellation)
    {
        for (var i = 0; ; i++)
        {
            // Small ones are kept inline, large ones in files; both kinds are under way when the end comes.
            var seed = (writer * 100_000) + i;
            var length = i % 4 == 0 ? 3_000_000 + seed : 500 + seed % 100_000;
            var path = $"/crash-bucket/{writer}/{i}";
            attempted[path] = SeededContent.Hash(seed, length);
            try
            {
                if (await objects.PutAsync(path, new SeededContent(seed, length), cancellation) != HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                return;
            }

            acknowledged[path] = attempted[path];
            if (acknowledged.Count >= WritesBeforeTheKill)
            {
                enough.TrySetResult();
            }
        }
    }
}
