using System.Globalization;
using Mrap.Policy.Model;

namespace Mrap.Policy.Explanation;

/// <summary>JSON pointers of statements and their elements.</summary>
internal static class StatementPointer
{
    /// <summary>The pointer of a statement.</summary>
    public static string Of(PolicyDocument document, int index) =>
        document.IsList ? string.Create(CultureInfo.InvariantCulture, $"/Statement/{index}") : "/Statement";

    /// <summary>The pointer of one condition key.</summary>
    public static string OfCondition(string statement, ConditionExplanation condition) =>
        $"{statement}/Condition/{Escape(condition.Operator)}/{Escape(condition.Key)}";

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
