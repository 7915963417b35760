namespace Mrap.Policy.Syntax;

/// <summary>
/// Bounds that keep reading a hostile text cheap. AWS's own size quotas are lower and are a matter for checks, not for reading.
/// </summary>
public static class PolicyLimits
{
    /// <summary>Longest text that is read, in UTF-16 code units.</summary>
    public const int MaxTextLength = 4 * 1024 * 1024;

    /// <summary>Deepest nesting of brackets that is read; the grammar needs six.</summary>
    public const int MaxDepth = 32;

    /// <summary>Most faults reported for one text.</summary>
    public const int MaxFaults = 100;
}
