using System.Collections.Immutable;

namespace Mrap.Policy.Syntax;

/// <summary>Gathers faults up to the bound while a text is read; pointers are found at the end, when the tree stands.</summary>
internal sealed class FaultList
{
    private List<(string Code, string Message, string Hint, TextSpan Span, string? Repair)>? _faults;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsEmpty => _faults is null;

    /// <summary>
    /// Where the text stops being JSON in a way that leaves its structure in doubt: what is read from there on may not be what was meant.
    /// Nothing when it never does.
    /// </summary>
    public int? DoubtfulFrom { get; private set; }

    /// <summary>Notes a fault, unless the bound is reached.</summary>
    public void Add(string code, string message, string hint, TextSpan span, string? repair = null)
    {
        if (repair is null && code is (PolicyFaultCodes.JsonSyntaxError or PolicyFaultCodes.NestingTooDeep))
        {
            DoubtfulFrom = Math.Min(DoubtfulFrom ?? int.MaxValue, span.Start);
        }

        _faults ??= [];
        if (_faults.Count < PolicyLimits.MaxFaults)
        {
            _faults.Add((code, message, hint, span, repair));
        }
    }

    /// <summary>The faults in the order of the text.</summary>
    public ImmutableArray<PolicyFault> ToFaults(SourceText text, JsonSyntax? root)
    {
        if (_faults is null)
        {
            return [];
        }

        return
        [
            .. _faults.OrderBy(fault => fault.Span.Start).Select(fault => new PolicyFault(
                fault.Code, fault.Message, fault.Hint, fault.Span, text.PositionOf(fault.Span.Start),
                root is null ? "" : JsonPointer.At(root, fault.Span.Start), fault.Repair)),
        ];
    }
}
