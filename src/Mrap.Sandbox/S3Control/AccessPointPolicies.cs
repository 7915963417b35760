using System.Text;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Model;
using Mrap.Policy.PublicAccess;

namespace Mrap.Sandbox.S3Control;

/// <summary>Judges access point policies with the policy core: well-formed, small enough, and not public where that is blocked.</summary>
internal sealed class AccessPointPolicies : IAccessPointPolicies
{
    private const int MaxBytes = 20 * 1024;

    /// <inheritdoc/>
    public ServiceFault? Refuse(string policy, AccessPoint point)
    {
        if (Encoding.UTF8.GetByteCount(policy) > MaxBytes)
        {
            return Malformed("Policies must be limited to 20 KB in size.");
        }

        var parsed = PolicyDocument.Parse(policy, PolicyKind.AccessPoint);
        if (!parsed.TryGet(out var document))
        {
            return Malformed(parsed.Faults[0].Message);
        }

        return point.BlockPublicAccess.BlockPublicPolicy && IsPublic(document)
            ? new ServiceFault("AccessDenied", 403, "Access Denied")
            : null;
    }

    /// <inheritdoc/>
    public bool IsPublic(string policy) => PolicyDocument.Parse(policy, PolicyKind.AccessPoint).TryGet(out var document) && IsPublic(document);

    private static bool IsPublic(PolicyDocument document) => PublicPolicy.Judge(document, PolicyKind.AccessPoint).IsPublic;

    private static ServiceFault Malformed(string message) => new("MalformedPolicy", 400, message);
}
