using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer to ListAttachedRolePolicies.</summary>
public class ListAttachedRolePoliciesResponse : AmazonWebServiceResponse
{
    /// <summary>The policies.</summary>
    public List<AttachedPolicyType>? AttachedPolicies { get; set; }

    /// <summary>Whether there is more.</summary>
    public bool? IsTruncated { get; set; }

    /// <summary>Where to go on, if there is more.</summary>
    public string? Marker { get; set; }
}
