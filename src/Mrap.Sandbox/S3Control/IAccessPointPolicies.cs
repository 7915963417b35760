using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.S3Control;

/// <summary>Judges the policies of access points.</summary>
internal interface IAccessPointPolicies
{
    /// <summary>Whether a policy may be put on an access point.</summary>
    /// <param name="policy">The document as it came.</param>
    /// <param name="point">The access point.</param>
    /// <param name="caller">The ARN of who puts it.</param>
    /// <returns>Null when it may, or the refusal.</returns>
    ServiceFault? Refuse(string policy, AccessPoint point, string caller);

    /// <summary>
    /// What only the operation finds out about a policy that was accepted: it is about something else, or names a principal that does not
    /// exist (facts: mrap.md section 4.1).
    /// </summary>
    /// <param name="policy">The document as it came; not refused.</param>
    /// <param name="point">The access point.</param>
    /// <returns>Null when it is in order, or what the operation fails with.</returns>
    ServiceFault? Fail(string policy, AccessPoint point);

    /// <summary>Whether a policy that was accepted lets anyone in.</summary>
    bool IsPublic(string policy);
}
