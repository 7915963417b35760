namespace Amazon.IdentityManagement.Model;

/// <summary>Asks for the names of a role's inline policies.</summary>
public class ListRolePoliciesRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>Where to go on, from the answer before.</summary>
    public string? Marker { get; set; }

    /// <summary>The most entries to answer with, 1 to 1000; 100 when it is not set.</summary>
    public int? MaxItems { get; set; }

    /// <summary>The name of the role, 1 to 64 characters.</summary>
    public string? RoleName { get; set; }
}
