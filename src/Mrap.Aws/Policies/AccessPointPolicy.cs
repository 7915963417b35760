namespace Mrap.Aws.Policies;

/// <summary>The policies of an access point (Amazon S3 API Reference, "MultiRegionAccessPointPolicyDocument").</summary>
/// <param name="Established">The document in force as JSON text; null when there is none.</param>
/// <param name="Proposed">The document on its way to all Regions; null when there is none.</param>
/// <param name="IsPublic">Whether the document in force is public; null when the service did not tell.</param>
public sealed record AccessPointPolicy(string? Established, string? Proposed, bool? IsPublic)
{
    /// <summary>Whether a policy was ever put.</summary>
    public bool IsPresent => Established is not null || Proposed is not null;

    /// <summary>Whether a put has not reached every Region yet.</summary>
    public bool IsChanging => Proposed is not null && Proposed != Established;

    /// <summary>The document that was put last: the one on its way, or else the one in force; null when none was ever put.</summary>
    public string? Latest => IsChanging ? Proposed : Established;
}
