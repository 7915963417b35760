namespace Mrap.Policy.Actions;

/// <summary>
/// What an action does to its resource (Service Authorization Reference); an action with two levels has the narrower one.
/// </summary>
public enum AccessLevel
{
    /// <summary>Names resources, not their content.</summary>
    List,

    /// <summary>Reads content or attributes.</summary>
    Read,

    /// <summary>Creates, changes or deletes.</summary>
    Write,

    /// <summary>Grants or changes permissions.</summary>
    PermissionsManagement,

    /// <summary>Changes nothing but tags.</summary>
    Tagging,
}
