using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Arns;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.Model;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>
/// Decides actions on resources with given policies (IAM User Guide, "IAM policy testing with the IAM policy simulator").
/// </summary>
internal sealed class PolicySimulator
{
    private const string Everything = "*";

    private readonly SimulationInput _input;
    private readonly PolicySet _policies;

    /// <summary>Makes a simulator.</summary>
    public PolicySimulator(SimulationInput input)
    {
        _input = input;
        _policies = new PolicySet
        {
            Identity = [.. input.Identity.Select(policy => policy.Compiled)],
            Boundary = input.Boundary is null ? [] : [input.Boundary.Compiled],
            Resource = input.Resource?.Compiled,
            RequiresResourceAllow = input.Resource is { Compiled.Kind: PolicyKind.Trust },
        };
    }

    /// <summary>Decides an action on every resource.</summary>
    public ActionResult Simulate(string action)
    {
        ImmutableArray<ResourceResult> results = [.. _input.Resources.Select(resource => Decide(action, resource))];
        return results is [{ Resource: Everything } all]
            ? new ActionResult(action, all, [])
            : new ActionResult(action, results is [var only] ? only : Combine(action, results), results);
    }

    private static ResourceResult Combine(string action, ImmutableArray<ResourceResult> results)
    {
        var verdict = results.Select(result => result.Verdict).MaxBy(Severity);
        return new ResourceResult(
            FormOf(action),
            verdict,
            [.. results.Where(result => result.Verdict == verdict).SelectMany(result => result.Matched).Distinct()],
            results.All(result => result.AllowedByBoundary is null) ? null : results.All(result => result.AllowedByBoundary == true),
            [
                .. results.SelectMany(result => result.Details).GroupBy(
                    detail =>
                        detail.Key, (kind, details) => KeyValuePair.Create(kind, details.Select(detail => detail.Value).MaxBy(Severity)))]);
    }

    private static int Severity(Verdict verdict) => verdict switch
    {
        Verdict.Allow => 0,
        Verdict.ImplicitDeny => 1,
        Verdict.ExplicitDeny => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    private static string FormOf(string action)
    {
        var types = S3Actions.Find(action)?.Resources ?? [];
        var type = (types.FirstOrDefault(resource => resource.Type is "object" or "bucket") ?? types.FirstOrDefault())?.Type;
        var form = S3Actions.ResourceTypes.FirstOrDefault(entry => entry.Name == type)?.ArnFormat ?? Everything;
        return form.Replace("${Partition}", "aws", StringComparison.Ordinal).Replace(
            "${ObjectName}", "${KeyName}", StringComparison.Ordinal);
    }

    private ResourceResult Decide(string action, string resource)
    {
        var owner = OwnerOf(resource);
        var request = new AccessRequest(_input.Caller, action, resource, owner, _input.Context);
        var explanation = AccessExplainer.Explain(_policies, request);
        var found = explanation.DecidingLayer.Policies;
        var verdict = explanation.Decision.Verdict;
        return new ResourceResult(
            resource,
            verdict,
            Matched(found, verdict),
            _input.Boundary is null ? null : Alone(found, PolicyKind.Boundary) == Verdict.Allow,
            request.IsSameAccount ? [] : Details(found));
    }

    // Only a caller that was named can be of another account than the resource.
    private string? OwnerOf(string resource)
    {
        if (!_input.HasCaller)
        {
            return null;
        }

        return Arn.Parse(resource).TryGet(out var arn) && arn.Account is not "" ? arn.Account.ToString() : _input.Owner;
    }

    private ImmutableArray<MatchedStatement> Matched(ImmutableArray<PolicyExplanation> found, Verdict verdict)
    {
        PolicyEffect? effect = verdict switch
        {
            Verdict.Allow => PolicyEffect.Allow,
            Verdict.ExplicitDeny => PolicyEffect.Deny,
            Verdict.ImplicitDeny => null,
            _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
        };
        return effect is null
            ? []
            :
            [
                .. from policy in found
                   where effect == PolicyEffect.Deny || policy.Policy.Kind != PolicyKind.Boundary
                   from statement in policy.Statements
                   where statement.Matches && statement.Statement.Effect == effect
                   select MatchedStatement.Of(
                       _input.Policies.First(given => ReferenceEquals(given.Compiled, policy.Policy)), statement.Index),
            ];
    }

    private ImmutableArray<KeyValuePair<string, Verdict>> Details(ImmutableArray<PolicyExplanation> found)
    {
        var details = ImmutableArray.CreateBuilder<KeyValuePair<string, Verdict>>();
        details.Add(KeyValuePair.Create(SimulationPolicyTypes.Identity, Alone(found, PolicyKind.Identity)));
        details.Add(
            KeyValuePair.Create(SimulationPolicyTypes.Resource, Alone(found, PolicyKind.Bucket, PolicyKind.AccessPoint, PolicyKind.Trust)));
        if (_input.Boundary is not null)
        {
            details.Add(KeyValuePair.Create(SimulationPolicyTypes.Boundary, Alone(found, PolicyKind.Boundary)));
        }

        return details.ToImmutable();
    }

    private static Verdict Alone(ImmutableArray<PolicyExplanation> found, params ReadOnlySpan<PolicyKind> kinds)
    {
        var verdict = Verdict.ImplicitDeny;
        foreach (var policy in found)
        {
            if (!kinds.Contains(policy.Policy.Kind))
            {
                continue;
            }

            foreach (var statement in policy.Statements.Where(statement => statement.Matches))
            {
                if (statement.Statement.Effect == PolicyEffect.Deny)
                {
                    return Verdict.ExplicitDeny;
                }

                verdict = Verdict.Allow;
            }
        }

        return verdict;
    }
}
