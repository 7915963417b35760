using System.Globalization;
using System.Net;
using Mrap.Testing;

namespace Mrap.Clients;

/// <summary>Memory does not grow with the object.</summary>
public sealed class MemoryTests
{
    private const long OneGibibyte = 1L << 30;
    private const long MaxMemory = 300L << 20;

    [Fact]
    public async Task PutAndGet_OfOneGibibyte_StayUnderThreeHundredMebibytes()
    {
        Tool.Require(OperatingSystem.IsLinux(), "the peak of a process's memory (Linux)");
        var cancellation = TestContext.Current.CancellationToken;
        await using var sandbox = await SandboxProcess.StartAsync();
        using var objects = new SignedObjects(new Uri(sandbox.HttpAddress), "us-east-1");
        await objects.CreateBucketAsync("memory-bucket", cancellation);

        (await objects.PutAsync("/memory-bucket/large", new SeededContent(1, OneGibibyte), cancellation)).ShouldBe(HttpStatusCode.OK);
        (await objects.HashAsync("/memory-bucket/large", cancellation)).ShouldBe(SeededContent.Hash(1, OneGibibyte));

        var peak = await PeakAsync(sandbox.ProcessId);
        TestContext.Current.TestOutputHelper?.WriteLine($"peak resident memory: {peak >> 20} MiB");
        peak.ShouldBeLessThan(MaxMemory);
    }

    private static async Task<long> PeakAsync(int processId)
    {
        var line =
            (await File.ReadAllLinesAsync($"/proc/{processId}/status")).Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) << 10;
    }
}
