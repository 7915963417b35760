using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;

namespace Mrap.Policy.Explanation;

/// <summary>ListText denials as AWS does (IAM User Guide, "Troubleshoot access denied error messages").</summary>
public static class AccessDeniedMessage
{
    /// <summary>The message of an AccessDenied answer.</summary>
    /// <param name="request">The request as the caller made it: for a request through an access point, the one for the deciding
    /// layer.</param>
    /// <param name="decision">A decision that denies.</param>
    /// <returns>The message; callers without an ARN learn no more than `Access Denied`.</returns>
    /// <exception cref="ArgumentException">The decision permits.</exception>
    public static string Of(AccessRequest request, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (decision.Verdict == Verdict.Allow)
        {
            throw new ArgumentException("the decision permits", nameof(decision));
        }

        return request.Principal.Account is null
            ? "Access Denied"
            : $"User: {request.Principal} is not authorized to perform: {request.Action} {On(request)}{Because(request, decision)}";
    }

    // an action without a resource is denied without naming one; of all services S3 alone puts the resource into quotation marks
    private static string On(AccessRequest request) => request.Resource == "*" ? ""
        : request.FoldedAction.StartsWith("s3:", StringComparison.Ordinal) ? $"on resource: \"{request.Resource}\" "
        : $"on resource: {request.Resource} ";

    private static string Because(AccessRequest request, Decision decision) => decision.Reason switch
    {
        DecisionReason.DenyStatement => "with an explicit deny in " + Kind(decision.Policy!.Kind),
        DecisionReason.NoResourceControlAllow => No("resource control policy", request),
        DecisionReason.NoServiceControlAllow => No("service control policy", request),
        DecisionReason.NoEndpointAllow => No("VPC endpoint policy", request),
        DecisionReason.NoIdentityAllow => No("identity-based policy", request),
        DecisionReason.NoBoundaryAllow => No("permissions boundary", request),
        DecisionReason.NoSessionAllow => No("session policy", request),
        DecisionReason.NoResourceAllow => No("resource-based policy", request),
        DecisionReason.PublicAccessBlocked =>
            "because public policies are blocked by the RestrictPublicBuckets block public access setting",
        DecisionReason.SignatureRequired => "because a Multi-Region Access Point takes signed requests only",
        DecisionReason.IdentityAllow or DecisionReason.ResourceAllow or DecisionReason.IdentityAndResourceAllow
            or DecisionReason.RootUser =>
            throw new ArgumentException("the decision permits", nameof(decision)),
    };

    private static string No(string kind, AccessRequest request) => $"because no {kind} allows the {request.Action} action";

    private static string Kind(PolicyKind kind) => kind switch
    {
        PolicyKind.Identity => "an identity-based policy",
        PolicyKind.Bucket or PolicyKind.AccessPoint or PolicyKind.Trust => "a resource-based policy",
        PolicyKind.Boundary => "a permissions boundary",
        PolicyKind.Session => "a session policy",
        PolicyKind.ServiceControl => "a service control policy",
        PolicyKind.ResourceControl => "a resource control policy",
        PolicyKind.Endpoint => "a VPC endpoint policy",
    };
}
