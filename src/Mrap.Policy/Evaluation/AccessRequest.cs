using Mrap.Policy.Arns;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Evaluation;

/// <summary>One request for one action on one resource, made ready for deciding.</summary>
/// <remarks>Immutable, and worth keeping when it is decided more than once.</remarks>
public sealed class AccessRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="action">The action as `service:Name`; compared without case.</param>
    /// <param name="resource">The ARN, or `*` for actions that have no resource.</param>
    /// <param name="resourceAccount">The account that owns the resource; nothing when that is the caller's own.</param>
    /// <param name="context">Everything that is known of the request; nothing is added to it.</param>
    public AccessRequest(Principal caller, string action, string resource, string? resourceAccount, RequestContext context)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(context);
        Principal = caller;
        Action = action;
        Resource = resource;
        ResourceAccount = string.IsNullOrEmpty(resourceAccount) ? caller.Account : resourceAccount;
        Context = context;
        FoldedAction = ActionPattern.Fold(action);
        IsSameAccount = caller.Account is not null && caller.Account == ResourceAccount;
    }

    /// <summary>Who asks.</summary>
    public Principal Principal { get; }

    /// <summary>The action as given.</summary>
    public string Action { get; }

    /// <summary>The resource as given.</summary>
    public string Resource { get; }

    /// <summary>The account that owns the resource; nothing when neither the request nor the caller names one.</summary>
    public string? ResourceAccount { get; }

    /// <summary>What is known of the request.</summary>
    public RequestContext Context { get; }

    /// <summary>Whether caller and resource belong to one account; never for callers without an account.</summary>
    public bool IsSameAccount { get; }

    /// <summary>Whether it is an unsigned request to a Multi-Region Access Point, which takes signed requests only.</summary>
    internal bool IsUnsignedToMultiRegion => Principal.Kind == PrincipalKind.Anonymous && IsMultiRegion(Resource);

    /// <summary>The action as patterns compare it.</summary>
    internal string FoldedAction { get; }

    // of all access points only these have no Region in their ARN
    private static bool IsMultiRegion(string resource) =>
        Arn.Parse(resource).TryGet(out var arn)
        && arn is { Service: "s3", Region: "", Account: not "" }
        && arn.Resource.StartsWith("accesspoint/", StringComparison.Ordinal);
}
