using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.S3Control;

/// <summary>Judges the policies of access points.</summary>
internal interface IAccessPointPolicies
{
    /// <summary>Whether a policy may be put on an access point.</summary>
    /// <param name="policy">The document as it came.</param>
    /// <param name="point">The access point.</param>
    /// <returns>Null when it may, or the refusal.</returns>
    ServiceFault? Refuse(string policy, AccessPoint point);

    /// <summary>Whether a policy that was accepted lets anyone in.</summary>
    bool IsPublic(string policy);
}
