using Mrap.Policy.Actions;
using Mrap.Policy.Matching.Conditions;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>The spelling of condition operators (IAM User Guide, "IAM JSON policy elements: Condition operators").</summary>
internal static class ConditionOperatorNames
{
    private const string IfExists = "IfExists";
    private const string All = "ForAllValues:";
    private const string Any = "ForAnyValue:";

    private static readonly string[] s_suffixed =
        [.. ConditionOperator.PlainNames.Where(name => name != "Null").Select(name => name + IfExists)];
    private static readonly string[] s_every = [.. ConditionOperator.PlainNames, .. s_suffixed];

    /// <summary>An operator as AWS spells it; nothing when the language does not have it.</summary>
    public static string? Canonical(string name)
    {
        var (prefix, plain) = Split(name);
        var known = Array.Find(s_every, found => found.Equals(plain, StringComparison.OrdinalIgnoreCase));
        return known is null ? null
            : prefix.Length == 0 ? known
            : prefix.Equals(All, StringComparison.OrdinalIgnoreCase) ? All + known
            : prefix.Equals(Any, StringComparison.OrdinalIgnoreCase) ? Any + known
            : null;
    }

    /// <summary>The operator that a mistyped one most likely means; nothing when none is near.</summary>
    public static string? Nearest(string name)
    {
        var (prefix, plain) = Split(name);
        var meant = plain.Equals("Boolean", StringComparison.OrdinalIgnoreCase) ? "Bool" : EditDistance.Nearest(plain, s_every);
        var qualifier = prefix.Length == 0 ? "" : EditDistance.Nearest(prefix, [All, Any]);
        return meant is null || qualifier is null || (meant == "Null" && qualifier.Length > 0) ? null : qualifier + meant;
    }

    /// <summary>The operator without its set prefix.</summary>
    public static string WithoutPrefix(string name) => Split(name).Plain;

    /// <summary>The operator with another name in its middle, its prefix and suffix kept.</summary>
    public static string WithPlain(string name, string plain)
    {
        var (prefix, rest) = Split(name);
        return prefix + plain + (rest.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase) ? IfExists : "");
    }

    /// <summary>The operator without prefix and suffix, as AWS spells it.</summary>
    public static string? Plain(string name)
    {
        var rest = Split(name).Plain;
        var plain = rest.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase) ? rest[..^IfExists.Length] : rest;
        return ConditionOperator.PlainNames.FirstOrDefault(found => found.Equals(plain, StringComparison.OrdinalIgnoreCase));
    }

    private static (string Prefix, string Plain) Split(string name)
    {
        var colon = name.LastIndexOf(':');
        return (name[..(colon + 1)], name[(colon + 1)..]);
    }
}
