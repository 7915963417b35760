using CsCheck;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Evaluation;

public sealed class DecisionPropertyTests
{
    private const int UsualRuns = 5_000;

    [Fact]
    public void Scenarios_AreOfEveryVerdict()
    {
        var verdicts = new HashSet<Verdict>();
        var reasons = new HashSet<DecisionReason>();

        Gen.Select(Scenarios.Policies, Scenarios.Request).Sample((policies, request) =>
        {
            var decision = AccessDecider.Decide(policies, request);
            lock (verdicts)
            {
                verdicts.Add(decision.Verdict);
                reasons.Add(decision.Reason);
            }
        }, iter: Runs.Of(UsualRuns));

        verdicts.Count.ShouldBe(3);
        reasons.Count.ShouldBeGreaterThan(9);
    }

    [Fact]
    public void AddedDeny_NeverWidens() => Gen.Select(Scenarios.Policies, Scenarios.Request, Added(PolicyEffect.Deny)).Sample(
        (policies, request, added) =>
            AccessDecider.Decide(policies, request).IsAllowed || !AccessDecider.Decide(Add(policies, added), request).IsAllowed,
        iter: Runs.Of(UsualRuns));

    [Fact]
    public void AddedAllow_NeverNarrows() => Gen.Select(Scenarios.Policies, Scenarios.Request, Added(PolicyEffect.Allow)).Sample(
        (policies, request, added) =>
            !AccessDecider.Decide(policies, request).IsAllowed || AccessDecider.Decide(Add(policies, added), request).IsAllowed,
        iter: Runs.Of(UsualRuns));

    [Fact]
    public void OrderOfStatements_NeverMatters() => Gen.Select(Scenarios.Policies, Scenarios.Request).Sample(
        (policies, request) => AccessDecider.Decide(policies, request).Verdict == AccessDecider.Decide(
            Scenarios.Map(policies, policy => Scenarios.Compile(policy.Document.Statements.Reverse(), policy.Kind)), request).Verdict,
        iter: Runs.Of(UsualRuns));

    [Fact]
    public void PrintedAndReadAgain_DecidesTheSame() => Gen.Select(Scenarios.Policies, Scenarios.Request).Sample(
        (policies, request) => AccessDecider.Decide(policies, request).Verdict == AccessDecider.Decide(
            Scenarios.Map(policies, policy => CompiledPolicy.Compile(PolicyDocument.Parse(policy.Document.Print()).Document, policy.Kind)),
            request).Verdict,
        iter: Runs.Of(2_000));

    private static Gen<(PolicyStatement With, PolicyStatement Without)> Added(PolicyEffect effect) =>
        Gen.Select(Scenarios.Statement(withPrincipal: true), Scenarios.Statement(withPrincipal: false))
        .Select((with, without) => (with with { Effect = effect }, without with { Effect = effect }));

    private static PolicySet Add(PolicySet policies, (PolicyStatement With, PolicyStatement Without) added) =>
        Scenarios.Map(policies, policy =>
        Scenarios.Compile(
            policy.Document.Statements.Append(Scenarios.HasPrincipal(policy.Kind) ? added.With : added.Without), policy.Kind));
}
