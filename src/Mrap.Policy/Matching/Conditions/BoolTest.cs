using Mrap.Policy.Matching.Context;
using Mrap.Policy.Matching.Patterns;

namespace Mrap.Policy.Matching.Conditions;

/// <summary>Compares `true` and `false` without case.</summary>
internal sealed class BoolTest(TextTemplate[] listed) : ConditionTest
{
    /// <inheritdoc/>
    public override Comparison Compare(string value, RequestContext context)
    {
        if (!value.Equals("true", StringComparison.OrdinalIgnoreCase) && !value.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return Comparison.Unreadable;
        }

        foreach (var template in listed)
        {
            if (template.Matches(value, context))
            {
                return Comparison.Yes;
            }
        }

        return Comparison.No;
    }
}
