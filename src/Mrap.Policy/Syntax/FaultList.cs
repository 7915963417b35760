using System.Collections.Immutable;

namespace Mrap.Policy.Syntax;

/// <summary>Gathers faults up to the bound while a text is read; pointers are found at the end, when the tree stands.</summary>
internal sealed class FaultList
{
    private List<(string Code, string Message, string Hint, TextSpan Span)>? _faults;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsEmpty => _faults is null;

    /// <summary>Notes a fault, unless the bound is reached.</summary>
    public void Add(string code, string message, string hint, TextSpan span)
    {
        _faults ??= [];
        if (_faults.Count < PolicyLimits.MaxFaults)
        {
            _faults.Add((code, message, hint, span));
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
                fault.Code, fault.Message, fault.Hint, fault.Span, text.PositionOf(fault.Span.Start), root is null ? "" : JsonPointer.At(root, fault.Span.Start))),
        ];
    }
}
