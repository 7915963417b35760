using Mrap.Policy.Arns;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Matching.Patterns;

namespace Mrap.Policy.Matching.Conditions;

/// <summary>
/// Compares ARNs field by field. A variable may stand for several fields, so what has variables is split once they are replaced.
/// </summary>
internal sealed class ArnTest : ConditionTest
{
    private readonly ArnPattern[] _fixed;
    private readonly TextTemplate[] _variable;
    private readonly bool _hasUnreadable;

    /// <summary>Makes the test.</summary>
    public ArnTest(IEnumerable<string> listed, bool withVariables)
    {
        var readyMade = new List<ArnPattern>();
        var templates = new List<TextTemplate>();
        foreach (var text in listed)
        {
            var template = TextTemplate.Compile(text, TextMatch.Arn, withVariables);
            if (template.HasVariables)
            {
                templates.Add(template);
            }
            else if (ArnPattern.Compile(text, withVariables) is { } pattern)
            {
                readyMade.Add(pattern);
            }
            else
            {
                _hasUnreadable = true;
            }
        }

        _fixed = [.. readyMade];
        _variable = [.. templates];
    }

    /// <inheritdoc/>
    public override Comparison Compare(string value, RequestContext context)
    {
        if (!ArnFields.IsArn(value))
        {
            return Comparison.Unreadable;
        }

        foreach (var pattern in _fixed)
        {
            if (pattern.Matches(value, context))
            {
                return Comparison.Yes;
            }
        }

        foreach (var template in _variable)
        {
            if (template.Matches(value, context))
            {
                return Comparison.Yes;
            }
        }

        return _hasUnreadable ? Comparison.Unreadable : Comparison.No;
    }
}
