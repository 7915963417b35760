namespace Amazon.IdentityManagement.Model;

/// <summary>What the policies say of an action on one of several resources.</summary>
public class ResourceSpecificResult
{
    /// <summary>The decision.</summary>
    public PolicyEvaluationDecisionType? EvalResourceDecision { get; set; }

    /// <summary>The resource.</summary>
    public string? EvalResourceName { get; set; }
}
