using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer to SimulatePrincipalPolicy.</summary>
public class SimulatePrincipalPolicyResponse : AmazonWebServiceResponse
{
    /// <summary>What came out for each action and resource.</summary>
    public List<EvaluationResult>? EvaluationResults { get; set; }

    /// <summary>Whether there is more.</summary>
    public bool? IsTruncated { get; set; }

    /// <summary>Where to go on, if there is more.</summary>
    public string? Marker { get; set; }
}
