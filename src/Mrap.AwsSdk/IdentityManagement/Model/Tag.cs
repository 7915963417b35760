namespace Amazon.IdentityManagement.Model;

/// <summary>A tag.</summary>
public class Tag
{
    /// <summary>Its key, 1 to 128 characters.</summary>
    public string? Key { get; set; }

    /// <summary>Its value, at most 256 characters.</summary>
    public string? Value { get; set; }
}
