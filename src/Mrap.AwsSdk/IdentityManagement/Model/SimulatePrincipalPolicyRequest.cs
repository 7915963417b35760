namespace Amazon.IdentityManagement.Model;

/// <summary>Asks what the policies of a principal allow.</summary>
public class SimulatePrincipalPolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The actions, such as <c>s3:ReplicateObject</c>.</summary>
    public List<string>? ActionNames { get; set; }

    /// <summary>Where to go on, from the answer before.</summary>
    public string? Marker { get; set; }

    /// <summary>The most entries to answer with, 1 to 1000; 100 when it is not set.</summary>
    public int? MaxItems { get; set; }

    /// <summary>More policies in JSON, beside those of the principal.</summary>
    public List<string>? PolicyInputList { get; set; }

    /// <summary>The ARN of the user or role: required.</summary>
    public string? PolicySourceArn { get; set; }

    /// <summary>The resources; all when it is not set.</summary>
    public List<string>? ResourceArns { get; set; }

    /// <summary>The policy of the resource in JSON; then there is one resource.</summary>
    public string? ResourcePolicy { get; set; }
}
