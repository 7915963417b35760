using System.Reflection;
using BenchmarkDotNet.Running;
using Mrap.Benchmarks.Comparison;

if (args is [GapMeasurement.Verb, .. var arguments])
{
    await GapMeasurement.RunAsync(arguments);
}
else
{
    BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
}
