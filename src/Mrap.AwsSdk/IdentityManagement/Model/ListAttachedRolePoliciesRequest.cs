namespace Amazon.IdentityManagement.Model;

/// <summary>Asks for the managed policies of a role.</summary>
public class ListAttachedRolePoliciesRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Where to go on, from the answer before.</summary>
    public string? Marker { get; set; }

    /// <summary>The most entries to answer with, 1 to 1000; 100 when it is not set.</summary>
    public int? MaxItems { get; set; }

    /// <summary>Only policies under this path; all when it is not set.</summary>
    public string? PathPrefix { get; set; }

    /// <summary>The name of the role, 1 to 64 characters.</summary>
    public string? RoleName { get; set; }
}
