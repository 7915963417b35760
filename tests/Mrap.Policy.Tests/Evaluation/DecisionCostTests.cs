using Mrap.Policy.Cases;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Policy.Tests.Cases;

namespace Mrap.Policy.Tests.Evaluation;

public sealed class DecisionCostTests
{
    [Fact]
    public void Decide_AnyCaseOfTheCorpus_AllocatesNothing()
    {
        var cases = CorpusTests.Cases.Select(row => PolicyCaseReader.Read(row.Data.Item2).Case).OfType<DecisionCase>().ToArray();
        Decide(cases);

        // Pools are emptied by a collection that other tests cause, and are filled again by the round that follows.
        Enumerable.Range(0, 5).Min(_ => Allocated(cases)).ShouldBe(0);
        cases.Length.ShouldBeGreaterThan(300);
    }

    // A matcher that goes back further than one star would not come to an end in a lifetime.
    [Theory]
    [InlineData("a*", 20, "z")]
    [InlineData("*a", 20, "b")]
    [InlineData("*?a", 20, "b")]
    [InlineData("a*", 5_000, "z")]
    [InlineData("*", 20_000, "z")]
    [InlineData("*aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", 20, "*b")]
    public void Decide_PatternOfStars_IsAnswered(string piece, int times, string end)
    {
        var pattern = string.Concat(Enumerable.Repeat(piece, times)) + end;
        var policy = Compile(
            $$$"""{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/{{{pattern}}}","Condition":{"StringLike":"""
                + $$$"""{"s3:prefix":"{{{pattern}}}"} } } }""");
        var text = new string('a', 1_024);
        var request = Request("arn:aws:s3:::b/" + text, text);

        AccessDecider.Decide(new PolicySet { Identity = [policy] }, request).Verdict.ShouldBe(Verdict.ImplicitDeny);
    }

    [Fact]
    public void Decide_TenThousandStatements_IsAnswered()
    {
        var statements = Enumerable.Range(0, 10_000).Select(
            i =>
                $$$"""{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::b/{{{i}}}/*","Condition":{"StringLike":"""
                    + $$$"""{"s3:prefix":"{{{i}}}*"} } }""");
        var policies = new PolicySet { Identity = [Compile("{\"Statement\":[" + string.Join(',', statements) + "]}")] };

        AccessDecider.Decide(policies, Request("arn:aws:s3:::b/9999/k", "9999")).Statement.ShouldBe(9_999);
        AccessDecider.Decide(policies, Request("arn:aws:s3:::b/10000/k", "1")).Verdict.ShouldBe(Verdict.ImplicitDeny);
    }

    private static long Allocated(DecisionCase[] cases)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Decide(cases);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Decide(DecisionCase[] cases)
    {
        foreach (var found in cases)
        {
            found.Decide();
        }
    }

    private static CompiledPolicy Compile(string text) =>
        CompiledPolicy.Compile(PolicyDocument.Parse(text, PolicyKind.Identity).Document, PolicyKind.Identity);

    private static AccessRequest Request(string resource, string prefix) => new(
        Principal.Parse("arn:aws:iam::111122223333:user/alice"), "s3:GetObject", resource, resourceAccount: null,
        RequestContext.Empty.With("s3:prefix", prefix));
}
