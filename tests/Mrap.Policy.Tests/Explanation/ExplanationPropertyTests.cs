using CsCheck;
using Mrap.Policy.Cases;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.Model;
using Mrap.Policy.Tests.Cases;
using Mrap.Policy.Tests.Evaluation;

namespace Mrap.Policy.Tests.Explanation;

public sealed class ExplanationPropertyTests
{
    [Fact]
    public void Explain_AnyRequest_AgreesWithTheDecision() => Gen.Select(Scenarios.Policies, Scenarios.Request).Sample(
        (policies, request) =>
            Agrees(AccessExplainer.Explain(policies, request), AccessDecider.Decide(policies, request)), iter: Runs.Of(5_000));

    [Fact]
    public void Explain_AnyRequestThroughAnAccessPoint_AgreesWithTheDecision() =>
        Gen.Select(Scenarios.Policies, Scenarios.Policies, Scenarios.Request).Sample(
        (first, second, request) =>
        {
            var accessPoint = new AccessLayer(first, request);
            var bucket = new AccessLayer(second, request);
            return Agrees(AccessExplainer.Explain(accessPoint, bucket), AccessDecider.Decide(accessPoint, bucket));
        },
        iter: Runs.Of(3_000));

    [Fact]
    public void Explain_EveryCaseOfTheCorpus_AgreesWithTheDecision()
    {
        foreach (var found in CorpusTests.Cases.Select(row => PolicyCaseReader.Read(row.Data.Item2).Case).OfType<DecisionCase>())
        {
            var explanation = found.Layers is [var accessPoint, var bucket]
                ? AccessExplainer.Explain(accessPoint, bucket)
                : AccessExplainer.Explain(found.Layers[0].Policies, found.Layers[0].Request);

            Agrees(explanation, found.Decide()).ShouldBeTrue(found.Id);
        }
    }

    // what the statements' reports say is held against the decision, which is made without them
    private static bool Agrees(DecisionExplanation explanation, Decision decision)
    {
        var deciding = explanation.DecidingLayer;
        var statement = decision.Policy is null
            ? null
            : deciding.Policies.First(policy => ReferenceEquals(policy.Policy, decision.Policy)).Statements[decision.Statement];
        return explanation.Decision == decision
            && explanation.Layers.Any(HasDeny) == (decision.Reason == DecisionReason.DenyStatement)
            && (
                statement is null
                    || (
                        statement.Matches
                            && statement.Statement.Effect == PolicyEffect.Deny == (decision.Reason == DecisionReason.DenyStatement)))
            && Permits(deciding, decision)
            && explanation.NearMisses.All(
                miss =>
                    miss.Statement.Misses == 1
                        && miss.WouldMatch.Length > 0
                        && miss.Pointer.StartsWith(miss.Statement.Pointer, StringComparison.Ordinal))
            && explanation.Summary.StartsWith(decision.IsAllowed ? "allowed: " : "denied: ", StringComparison.Ordinal)
            && explanation.Notes.All(note => note.EndsWith('.'));
    }

    private static bool HasDeny(LayerExplanation layer) =>
        layer.Policies.Any(
            policy =>
                policy.IsApplicable
                    && policy.Statements.Any(statement => statement.Matches && statement.Statement.Effect == PolicyEffect.Deny));

    private static bool Permits(LayerExplanation layer, Decision decision) => decision.Reason switch
    {
        DecisionReason.NoIdentityAllow => !HasAllow(layer, PolicyKind.Identity),
        DecisionReason.NoBoundaryAllow => !HasAllow(layer, PolicyKind.Boundary),
        DecisionReason.NoSessionAllow => !HasAllow(layer, PolicyKind.Session),
        DecisionReason.NoEndpointAllow => !HasAllow(layer, PolicyKind.Endpoint),
        DecisionReason.IdentityAllow => HasAllow(layer, PolicyKind.Identity),
        DecisionReason.IdentityAndResourceAllow => HasAllow(layer, PolicyKind.Identity) && decision.Policy!.Kind != PolicyKind.Identity,
        _ => true,
    };

    private static bool HasAllow(LayerExplanation layer, PolicyKind kind) =>
        layer.Policies.Any(
            policy =>
                policy.Policy.Kind == kind
                    && policy.Statements.Any(statement => statement.Matches && statement.Statement.Effect == PolicyEffect.Allow));
}
