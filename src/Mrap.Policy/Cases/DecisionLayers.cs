using System.Collections.Immutable;
using Mrap.Policy.Arns;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Cases;

/// <summary>Reads the policies and the request of a decision.</summary>
internal static class DecisionLayers
{
    /// <summary>Reads one layer, or two for a request through an access point.</summary>
    public static ImmutableArray<AccessLayer> Read(CaseNode root, CaseNode request)
    {
        var policies = root.Required("policies");
        var caller = ReadCaller(request);
        var action = request.Required("action").Text();
        var context = RequestContext.Create(request.Member("context")?.Texts() ?? []);
        var shared = new PolicySet
        {
            Identity = Policies(policies.Member("identity"), PolicyKind.Identity),
            Boundary = Policies(policies.Member("boundary"), PolicyKind.Boundary),
            Session = Policies(policies.Member("session"), PolicyKind.Session),
            Endpoint = Policies(policies.Member("vpce"), PolicyKind.Endpoint),
            ServiceControl = Levels(policies.Member("scp"), PolicyKind.ServiceControl),
            ResourceControl = Levels(policies.Member("rcp"), PolicyKind.ResourceControl),
            RestrictPublicBuckets = root.Member("settings")?.Member("blockPublicAccess")?.Flag() ?? false,
        };

        if (request.Member("layers") is not { IsEmptyList: false } layers)
        {
            return [Layer(request, policies.Member("resource"))];
        }

        ImmutableArray<AccessLayer> read = [.. layers.Items().Select(layer => Layer(layer, layer.Member("resourcePolicy")))];
        if (read.Length is not (1 or 2))
        {
            layers.Fault("does not have one or two layers");
        }

        return read;

        AccessLayer Layer(CaseNode node, CaseNode? policy)
        {
            var resource = node.Required("resource").Text();
            var kind = KindOf(resource);
            return new AccessLayer(
                shared with { Resource = OnlyPolicy(policy, kind), RequiresResourceAllow = kind == PolicyKind.Trust },
                new AccessRequest(caller, action, resource, node.Member("resourceAccount")?.Text(), context));
        }
    }

    private static Principal ReadCaller(CaseNode request)
    {
        var caller = Principal.Parse(request.Required("principal").Text());
        return caller with
        {
            FederatingUser = request.Member("federatingUser")?.Text() ?? caller.FederatingUser,
            CanonicalUser = request.Member("canonicalUser")?.Text(),
        };
    }

    // an object's key may look like the end of another kind of ARN
    private static PolicyKind KindOf(string resource)
    {
        _ = Arn.Parse(resource).TryGet(out var arn);
        return arn is { Service: "iam", Region: "" } && arn.Resource.StartsWith("role/", StringComparison.Ordinal) ? PolicyKind.Trust
            : arn.Resource.StartsWith("accesspoint/", StringComparison.Ordinal) ? PolicyKind.AccessPoint
            : PolicyKind.Bucket;
    }

    private static CompiledPolicy? OnlyPolicy(CaseNode? node, PolicyKind kind)
    {
        var policies = Policies(node, kind);
        if (policies.Length > 1)
        {
            node!.Fault("has more than one policy: a resource has one");
        }

        return policies.IsEmpty ? null : policies[0];
    }

    private static ImmutableArray<CompiledPolicy> Policies(CaseNode? node, PolicyKind kind) =>
        node is null ? [] : [.. node.Items().Select(item => item.Policy(kind))];

    private static ImmutableArray<ImmutableArray<CompiledPolicy>> Levels(CaseNode? node, PolicyKind kind) =>
        node is null ? [] : [.. node.Items().Select(level => Policies(level, kind))];
}
