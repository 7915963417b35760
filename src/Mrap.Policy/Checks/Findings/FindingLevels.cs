namespace Mrap.Policy.Checks.Findings;

/// <summary>The names of levels in Access Analyzer's API.</summary>
public static class FindingLevels
{
    /// <summary>The name of a level: `ERROR`, `SECURITY_WARNING`, `WARNING` or `SUGGESTION`.</summary>
    /// <returns>Its name.</returns>
    public static string ToWire(this FindingLevel level) => level switch
    {
        FindingLevel.Error => "ERROR",
        FindingLevel.SecurityWarning => "SECURITY_WARNING",
        FindingLevel.Warning => "WARNING",
        FindingLevel.Suggestion => "SUGGESTION",
    };

    /// <summary>Finds a level by its name.</summary>
    /// <param name="name">The name in Access Analyzer's API, in its case.</param>
    /// <returns>The level, or nothing.</returns>
    public static FindingLevel? FromWire(string name) => name switch
    {
        "ERROR" => FindingLevel.Error,
        "SECURITY_WARNING" => FindingLevel.SecurityWarning,
        "WARNING" => FindingLevel.Warning,
        "SUGGESTION" => FindingLevel.Suggestion,
        _ => null,
    };
}
