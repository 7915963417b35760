namespace Mrap.Policy.Actions;

/// <summary>Names access levels as AWS does.</summary>
public static class AccessLevels
{
    /// <summary>The level's name, such as <c>Permissions management</c>.</summary>
    /// <returns>The name.</returns>
    public static string ToLabel(this AccessLevel level) => level switch
    {
        AccessLevel.List => "List",
        AccessLevel.Read => "Read",
        AccessLevel.Write => "Write",
        AccessLevel.PermissionsManagement => "Permissions management",
        AccessLevel.Tagging => "Tagging",
    };
}
