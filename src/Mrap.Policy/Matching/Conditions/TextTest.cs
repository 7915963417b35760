using Mrap.Policy.Matching.Context;
using Mrap.Policy.Matching.Patterns;

namespace Mrap.Policy.Matching.Conditions;

/// <summary>Compares text.</summary>
internal sealed class TextTest(TextTemplate[] listed) : ConditionTest
{
    /// <inheritdoc/>
    public override Comparison Compare(string value, RequestContext context)
    {
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
