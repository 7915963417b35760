using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Mrap.Aws.Comparison;
using Mrap.Aws.Connections;
using Mrap.Aws.Hosting;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Hosting;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Benchmarks.Comparison;

/// <summary>
/// Compares three buckets of many keys over HTTP, the sandbox and the comparison in a process each: <c>load DIRECTORY KEYS</c> once, then
/// <c>serve DIRECTORY PORT</c>, and <c>compare PORT</c> beside it.
/// </summary>
internal static class GapMeasurement
{
    private const int AtOnce = 256;
    private const int MissingEvery = 10_000;

    private static readonly string[] s_regions = ["ap-southeast-2", "eu-west-1", "us-east-1"];

    /// <summary>The first argument that asks for it.</summary>
    public const string Verb = "gaps";

    public static Task RunAsync(string[] arguments) => arguments switch
    {
        ["load", var directory, var keys] => LoadAsync(directory, int.Parse(keys, CultureInfo.InvariantCulture)),
        ["serve", var directory, var port] => ServeAsync(directory, int.Parse(port, CultureInfo.InvariantCulture)),
        ["compare", var port] => CompareAsync(int.Parse(port, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException("load DIRECTORY KEYS, serve DIRECTORY PORT, or compare PORT"),
    };

    private static AccountId Owner { get; } = AccountId.Parse("111122223333").Value;

    private static MemberBucket Member(string region) =>
        new(BucketName.Parse($"gaps-{region}").Value, RegionId.Parse(region).Value, Owner);

    private static async Task LoadAsync(string directory, int keys)
    {
        var watch = Stopwatch.StartNew();
        await using var stores =
            new RegionStores(new StorageOptions(directory, Durability.Process), TimeProvider.System, NullLoggerFactory.Instance);
        await Task.WhenAll(s_regions.Select((region, number) => FillAsync(stores, Member(region), keys, isWhole: number == 0)));
        Console.WriteLine($"{keys * s_regions.Length} objects in {watch.Elapsed.TotalSeconds:N0} s");
    }

    private static async Task FillAsync(RegionStores stores, MemberBucket member, int keys, bool isWhole)
    {
        await stores.CreateBucketAsync(
            member.Region, new BucketRecord(member.Bucket, Owner, TimeProvider.System.GetUtcNow(), VersioningState.Enabled), default);
        var store = stores.Get(member.Region);
        var attributes = new ObjectAttributes { Owner = Owner };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, keys).Where(number => isWhole || number % MissingEvery != 0),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, cancellation) =>
            {
                using var body = new MemoryStream(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
                var staged = await store.StageAsync(body, [], body.Length, cancellation);
                await store.PutObjectAsync(
                    member.Bucket, $"logs/2026/{number:00000000}.json", staged, attributes, WriteCondition.None, cancellation);
            });
    }

    private static async Task ServeAsync(string directory, int port)
    {
        await using var sandbox =
            await SandboxHost.CreateAsync(new SandboxOptions { HttpPort = port, ProxyPort = 0, DataDirectory = directory });
        Console.WriteLine("serving; press Enter to end");
        await Console.In.ReadLineAsync();
    }

    private static async Task CompareAsync(int port)
    {
        await using var services = new ServiceCollection()
            .AddMrapAws(_ => new AwsEnvironment { SandboxPort = port })
            .BuildServiceProvider();
        var accessPoint = new AccessPoint(
            AccessPointName.Parse("gaps").Value, default, Owner, default, AccessPointStatus.Ready, BlockPublicAccess.AllOff,
            [.. s_regions.Select(Member)]);
        GapProgress? last = null;
        await foreach (var progress in services.GetRequiredService<FindGaps>().ExecuteAsync(
            accessPoint, new GapQuery(string.Empty, WithVersions: false), default))
        {
            if (progress.Phase != GapPhase.Comparing && last?.Phase == GapPhase.Comparing)
            {
                Console.WriteLine(
                    $"{progress.Keys:N0} keys compared in {progress.Elapsed.TotalSeconds:N1} s, {progress.Counts.Total:N0} differ");
            }

            last = progress;
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(
            $"peak {self.PeakWorkingSet64 / 1024 / 1024} MiB resident, {self.TotalProcessorTime.TotalSeconds:N1} s of processor time, "
                + $"{GC.GetTotalAllocatedBytes() / 1024 / 1024} MiB allocated");
        foreach (var member in last!.Members)
        {
            Console.WriteLine($"{member.Member.Region}: {member.Keys:N0} keys, {member.KeysPerSecond:N0} a second, {member.Fault?.Code}");
        }
    }
}
