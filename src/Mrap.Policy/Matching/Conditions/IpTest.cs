using Mrap.Policy.Matching.Context;

namespace Mrap.Policy.Matching.Conditions;

/// <summary>Finds addresses in ranges.</summary>
internal sealed class IpTest : ConditionTest
{
    private readonly IpRange[] _listed;
    private readonly bool _hasUnreadable;

    /// <summary>Makes the test.</summary>
    public IpTest(IEnumerable<string> listed)
    {
        var readable = new List<IpRange>();
        foreach (var text in listed)
        {
            if (IpRange.TryRead(text, out var range))
            {
                readable.Add(range);
            }
            else
            {
                _hasUnreadable = true;
            }
        }

        _listed = [.. readable];
    }

    /// <inheritdoc/>
    public override Comparison Compare(string value, RequestContext context)
    {
        if (!IpRange.TryRead(value, out var asked))
        {
            return Comparison.Unreadable;
        }

        foreach (var range in _listed)
        {
            if (range.Contains(asked))
            {
                return Comparison.Yes;
            }
        }

        return _hasUnreadable ? Comparison.Unreadable : Comparison.No;
    }
}
