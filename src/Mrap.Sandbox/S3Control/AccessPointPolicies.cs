using Mrap.Core.AccessPoints;
using Mrap.Policy.Checks.Statements;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;
using Mrap.Policy.PublicAccess;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.S3.Authorization;

namespace Mrap.Sandbox.S3Control;

/// <summary>
/// Judges access point policies with the policy core: well-formed, small enough, about this access point, and not public where that is
/// blocked.
/// </summary>
internal sealed class AccessPointPolicies(PublicAccess publicAccess, IPrincipalRegister principals)
{
    private const int Asynchronous = 200;
    private const string Objects = "/object/";

    /// <summary>Whether a policy may be put on an access point.</summary>
    /// <param name="policy">The document as it came.</param>
    /// <param name="point">The access point.</param>
    /// <param name="caller">The ARN of who puts it.</param>
    /// <returns>Null when it may, or the refusal.</returns>
    public ServiceFault? Refuse(string policy, AccessPoint point, string caller)
    {
        if (PolicySize.Of(policy, PolicyKind.AccessPoint).IsExceeded)
        {
            return Malformed("Policies must be limited to 20 KB in size.");
        }

        var parsed = PolicyDocument.Parse(policy, PolicyKind.AccessPoint);
        if (!parsed.TryGet(out var document))
        {
            return Malformed(PolicyMessages.Of(parsed.Faults));
        }

        return publicAccess.BlocksPolicy(point) && IsPublic(document)
            ? new ServiceFault(
                "AccessDenied", 403, PublicAccess.BlockedPolicy(caller, "s3:PutMultiRegionAccessPointPolicy", point.Arn.ToString()))
            : null;
    }

    /// <summary>
    /// What only the operation finds out about a policy that was accepted: it is about something else, or names a principal that does not
    /// exist.
    /// </summary>
    /// <param name="policy">The document as it came; not refused.</param>
    /// <param name="point">The access point.</param>
    /// <returns>Null when it is in order, or what the operation fails with.</returns>
    public ServiceFault? Fail(string policy, AccessPoint point)
    {
        if (!PolicyDocument.Parse(policy, PolicyKind.AccessPoint).TryGet(out var document))
        {
            return Malformed(PolicyMessages.InvalidSyntax, Asynchronous);
        }

        if (ConditionRules.Fault(policy) is { } condition)
        {
            return Malformed(condition, Asynchronous);
        }

        foreach (var statement in document.Statements)
        {
            if (!PrincipalRules.AreValid(statement.Principals, principals))
            {
                return Malformed(PolicyMessages.InvalidPrincipal, Asynchronous);
            }

            if (statement.Resources is { } resources && resources.Items.Any(resource => !IsAbout(resource.Text, point.Arn.ToString())))
            {
                return Malformed(PolicyMessages.InvalidResource, Asynchronous);
            }
        }

        return null;
    }

    /// <summary>Whether a policy that was accepted lets anyone in.</summary>
    public static bool IsPublic(string policy) =>
        PolicyDocument.Parse(policy, PolicyKind.AccessPoint).TryGet(out var document) && IsPublic(document);

    private static bool IsPublic(PolicyDocument document) => PublicPolicy.Evaluate(document, PolicyKind.AccessPoint).IsPublic;

    private static bool IsAbout(string resource, string arn)
    {
        var objects = resource.IndexOf(Objects, StringComparison.Ordinal);
        return Wildcards.Match(objects < 0 ? resource : resource.AsSpan(0, objects), arn);
    }

    private static ServiceFault Malformed(string message, int status = 400) => new("MalformedPolicy", status, message);
}
