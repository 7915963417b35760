namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>The steps of creating an access point, in order.</summary>
public enum WizardStep
{
    /// <summary>The name.</summary>
    Name,

    /// <summary>The buckets, at most one a Region.</summary>
    Buckets,

    /// <summary>Block Public Access, which cannot be changed later.</summary>
    PublicAccess,

    /// <summary>Everything once more, before it is made.</summary>
    Review,
}
