namespace Mrap.Policy.Explanation;

/// <summary>The questions that a decision answers, in this order (IAM User Guide, "Policy evaluation logic").</summary>
public enum PathStage
{
    /// <summary>Does a statement of any policy deny?</summary>
    ExplicitDeny,

    /// <summary>
    /// Do the resource control policies of the resource's organisation and the service control policies of the caller's permit?
    /// </summary>
    Organisation,

    /// <summary>Does the policy of the VPC endpoint permit?</summary>
    Endpoint,

    /// <summary>Does the resource's policy permit?</summary>
    Resource,

    /// <summary>Do the caller's own policies permit?</summary>
    Identity,

    /// <summary>Does the caller's permissions boundary permit?</summary>
    Boundary,

    /// <summary>Does the session's policy permit?</summary>
    Session,
}
