using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer to ListRolePolicies.</summary>
public class ListRolePoliciesResponse : AmazonWebServiceResponse
{
    /// <summary>Whether there is more.</summary>
    public bool? IsTruncated { get; set; }

    /// <summary>Where to go on, if there is more.</summary>
    public string? Marker { get; set; }

    /// <summary>The names.</summary>
    public List<string>? PolicyNames { get; set; }
}
