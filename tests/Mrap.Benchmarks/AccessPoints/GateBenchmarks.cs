using BenchmarkDotNet.Attributes;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Benchmarks.AccessPoints;

/// <summary>The gates that every request passes.</summary>
[MemoryDiagnoser]
public class GateBenchmarks
{
    [Benchmark]
    public bool Bucket() => BucketName.Parse("a-plain-bucket-of-usual-length").IsValid;

    [Benchmark]
    public bool Region() => RegionId.Parse("ap-southeast-2").IsValid;
}
