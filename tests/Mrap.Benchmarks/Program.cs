using BenchmarkDotNet.Running;
using Mrap.Benchmarks.Comparison;

if (args is [GapMeasurement.Verb, .. var arguments])
{
    await GapMeasurement.RunAsync(arguments);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
