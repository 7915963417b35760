using System.Globalization;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Explanation;

/// <summary>Puts a decision into one sentence.</summary>
public static class DecisionSummary
{
    /// <summary>The sentence for a decision that nothing else is known of.</summary>
    /// <param name="isThroughAccessPoint">Whether the request came through an access point, so that the sentence says where it was
    /// decided.</param>
    /// <returns>The sentence, without a final full stop.</returns>
    public static string Of(Decision decision, bool isThroughAccessPoint)
    {
        var where = !isThroughAccessPoint ? "" : decision.Layer == 0 ? "at the access point, " : "at the bucket, ";
        return (decision.Verdict == Verdict.Allow ? "allowed: " : "denied: ") + where + Because(decision);
    }

    /// <summary>What people call a policy of a kind, such as `bucket policy`.</summary>
    /// <param name="kind">Where the policy is attached.</param>
    /// <returns>The words.</returns>
    public static string Kind(PolicyKind kind) => kind switch
    {
        PolicyKind.Identity => "identity policy",
        PolicyKind.Bucket => "bucket policy",
        PolicyKind.AccessPoint => "access point policy",
        PolicyKind.Boundary => "permissions boundary",
        PolicyKind.Session => "session policy",
        PolicyKind.ServiceControl => "service control policy",
        PolicyKind.ResourceControl => "resource control policy",
        PolicyKind.Endpoint => "VPC endpoint policy",
        PolicyKind.Trust => "trust policy",
    };

    /// <summary>The sentence for an explained decision.</summary>
    internal static string Of(DecisionExplanation explanation) => Of(explanation.Decision, explanation.Layers.Length > 1);

    private static string Because(Decision decision) => decision.Reason switch
    {
        DecisionReason.DenyStatement => $"{Name(decision)} denies it",
        DecisionReason.NoResourceControlAllow =>
            "a level of the organization of the resource has no resource control policy that permits it",
        DecisionReason.NoServiceControlAllow => "a level of the organization of the caller has no service control policy that permits it",
        DecisionReason.NoEndpointAllow => "the VPC endpoint's policy does not permit it",
        DecisionReason.IdentityAllow => $"caller and resource are in one account, and {Name(decision)} permits it",
        DecisionReason.ResourceAllow => $"{Name(decision)} names the caller and permits it",
        DecisionReason.IdentityAndResourceAllow => $"across accounts, {Name(decision)} and the caller's own policies permit it",
        DecisionReason.RootUser => "the root user of the resource's account needs no permission",
        DecisionReason.NoIdentityAllow =>
            "no identity policy of the caller permits it, and the resource's policy does not grant it to the caller by name",
        DecisionReason.NoBoundaryAllow => "the caller's permissions boundary does not permit it",
        DecisionReason.NoSessionAllow => "the session's policy does not permit it",
        DecisionReason.NoResourceAllow => "the resource's policy does not permit it, and this caller needs it to",
        DecisionReason.PublicAccessBlocked =>
            "the resource's policy is public, and RestrictPublicBuckets lets in only the owner's account and AWS services",
        DecisionReason.SignatureRequired => "the request is not signed, and a Multi-Region Access Point takes signed requests only",
    };

    /// <summary>The deciding statement by its name or number, and its policy.</summary>
    public static string Name(Decision decision)
    {
        var sid = decision.DecidingStatement?.Sid;
        var statement = sid is null
            ? string.Create(CultureInfo.InvariantCulture, $"statement {decision.Statement + 1}")
            : "statement " + DisplayText.Quote(sid);
        return $"{statement} of the {Kind(decision.Policy!.Kind)}";
    }
}
