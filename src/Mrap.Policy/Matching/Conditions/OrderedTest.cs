using Mrap.Policy.Matching.Context;

namespace Mrap.Policy.Matching.Conditions;

/// <summary>Compares values that have an order: numbers and instants.</summary>
/// <typeparam name="T">The type of value.</typeparam>
internal sealed class OrderedTest<T> : ConditionTest
    where T : struct, IComparable<T>, IReadableValue<T>
{
    private readonly T[] _listed;
    private readonly Ordering _ordering;
    private readonly bool _hasUnreadable;

    /// <summary>Makes the test.</summary>
    public OrderedTest(IEnumerable<string> listed, Ordering ordering)
    {
        _ordering = ordering;
        var readable = new List<T>();
        foreach (var text in listed)
        {
            if (T.TryRead(text, out var value))
            {
                readable.Add(value);
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
        if (!T.TryRead(value, out var read))
        {
            return Comparison.Unreadable;
        }

        foreach (var listed in _listed)
        {
            if (Holds(read.CompareTo(listed)))
            {
                return Comparison.Yes;
            }
        }

        return _hasUnreadable ? Comparison.Unreadable : Comparison.No;
    }

    private bool Holds(int order) => _ordering switch
    {
        Ordering.Equal => order == 0,
        Ordering.Less => order < 0,
        Ordering.LessOrEqual => order <= 0,
        Ordering.Greater => order > 0,
        Ordering.GreaterOrEqual => order >= 0,
    };
}
