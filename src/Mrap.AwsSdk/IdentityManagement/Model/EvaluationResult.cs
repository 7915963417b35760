namespace Amazon.IdentityManagement.Model;

/// <summary>What the policies say of an action on a resource.</summary>
public class EvaluationResult
{
    /// <summary>The action.</summary>
    public string? EvalActionName { get; set; }

    /// <summary>The decision.</summary>
    public PolicyEvaluationDecisionType? EvalDecision { get; set; }

    /// <summary>The resource; a star when none is named.</summary>
    public string? EvalResourceName { get; set; }

    /// <summary>The condition keys that the policies ask for and the call did not give.</summary>
    public List<string>? MissingContextValues { get; set; }

    /// <summary>What came out for each resource, when there are several.</summary>
    public List<ResourceSpecificResult>? ResourceSpecificResults { get; set; }
}
