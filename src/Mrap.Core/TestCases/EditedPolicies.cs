using System.Collections.Immutable;
using Mrap.Core.Simulation;
using Mrap.Policy.Cases;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;

namespace Mrap.Core.TestCases;

/// <summary>The policies that are being edited. In a test case they take the place of those it was saved with.</summary>
public sealed class EditedPolicies
{
    private readonly string _arn;
    private readonly ImmutableDictionary<string, SimulatedPolicy> _buckets;

    /// <param name="accessPoint">The ARN of the access point.</param>
    /// <param name="policy">Its policy as typed.</param>
    /// <param name="buckets">The policies of buckets by name, as typed; a bucket that is not here keeps the policy of the case.</param>
    public EditedPolicies(string accessPoint, string policy, IEnumerable<KeyValuePair<string, string>> buckets)
    {
        _arn = accessPoint;
        Policy = SimulatedPolicy.Read(policy, PolicyKind.AccessPoint);
        _buckets = buckets.DistinctBy(bucket => bucket.Key).ToImmutableDictionary(
            bucket => bucket.Key, bucket => SimulatedPolicy.Read(bucket.Value, PolicyKind.Bucket));
    }

    /// <summary>The access point's policy.</summary>
    public SimulatedPolicy Policy { get; }

    /// <summary>Whether a policy has faults, so that no case can be decided that needs it.</summary>
    public bool IsFaulty(DecisionCase test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return test.Layers.Any(layer => Find(layer) is { Faults.IsEmpty: false });
    }

    /// <summary>The case with the edited policies.</summary>
    public DecisionCase In(DecisionCase test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return test with
        {
            Layers = [
            .. test.Layers.Select(
                layer => Find(layer) is { } text ? layer with { Policies = layer.Policies with { Resource = text.Policy } } : layer)]
        };
    }

    private SimulatedPolicy? Find(AccessLayer layer)
    {
        var resource = layer.Request.Resource;
        if (resource == _arn || resource.StartsWith(_arn + "/", StringComparison.Ordinal))
        {
            return Policy;
        }

        return BucketArn.Read(resource) is var (bucket, _) ? _buckets.GetValueOrDefault(bucket) : null;
    }
}
