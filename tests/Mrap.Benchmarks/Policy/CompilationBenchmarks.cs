using BenchmarkDotNet.Attributes;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Benchmarks.Policy;

/// <summary>Reading and compiling the scenario's policy of ten statements, and the worst pattern for engines that go back.</summary>
[MemoryDiagnoser]
public class CompilationBenchmarks
{
    private readonly AccessRequest _longKey = new(
        Principal.Parse("arn:aws:iam::111122223333:user/alice"), "s3:GetObject", "arn:aws:s3:::b/" + new string('a', 1_024),
        resourceAccount: null, RequestContext.Empty);

    private string _text = "";
    private PolicySet _stars = PolicySet.Empty;

    [GlobalSetup]
    public void Setup()
    {
        _text = PolicyScenario.Read()[0].Layers[0].Policies.Resource!.Document.Print(indented: false);
        var stars = string.Concat(Enumerable.Repeat("a*", 20)) + "z";
        _stars = new PolicySet
        {
            Identity = [
            Compile(
                """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/STARS"}}""".Replace(
                    "STARS", stars, StringComparison.Ordinal),
                PolicyKind.Identity)]
        };
    }

    [Benchmark]
    public object Parse() => PolicyDocument.Parse(_text, PolicyKind.Bucket);

    [Benchmark]
    public CompiledPolicy ParseAndCompile() => Compile(_text, PolicyKind.Bucket);

    [Benchmark]
    public Decision MatchTwentyStars() => AccessDecider.Decide(_stars, _longKey);

    private static CompiledPolicy Compile(string text, PolicyKind kind) =>
        CompiledPolicy.Compile(PolicyDocument.Parse(text, kind).Document, kind);
}
