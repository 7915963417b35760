namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>Where a bucket of a draft comes from.</summary>
public enum BucketOrigin
{
    /// <summary>The account has it already.</summary>
    Existing,

    /// <summary>It is created together with the access point.</summary>
    New,

    /// <summary>It belongs to another account, which cannot be looked into.</summary>
    OtherAccount,
}
