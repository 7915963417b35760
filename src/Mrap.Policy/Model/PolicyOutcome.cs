using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Model;

/// <summary>What reading a policy's text gave: the document, or every fault that was found.</summary>
public sealed class PolicyOutcome
{
    private readonly PolicyDocument? _document;

    internal PolicyOutcome(
        SourceText source, JsonSyntax? syntax, PartialPolicy partial, PolicyDocument? document, ImmutableArray<PolicyFault> faults,
        int? doubtfulFrom)
    {
        Source = source;
        Syntax = syntax;
        Partial = partial;
        _document = document;
        Faults = faults;
        DoubtfulFrom = doubtfulFrom;
    }

    /// <summary>The text that was read.</summary>
    public SourceText Source { get; }

    /// <summary>The tree of the text, as far as it could be read; nothing when the text is too long to be read at all.</summary>
    public JsonSyntax? Syntax { get; }

    /// <summary>
    /// What is wrong, in the order of the text, at most <see cref="PolicyLimits.MaxFaults"/>; empty when the text is a policy.
    /// </summary>
    public ImmutableArray<PolicyFault> Faults { get; }

    /// <summary>
    /// The fault to tell of when there is room for one: what keeps the text from being JSON, else the first; nothing when the text is a
    /// policy.
    /// </summary>
    public PolicyFault? MainFault =>
        Faults.FirstOrDefault(fault => fault.Code == PolicyFaultCodes.JsonSyntaxError) ?? Faults.FirstOrDefault();

    /// <summary>Whether the text is a policy.</summary>
    public bool IsValid => _document is not null;

    /// <summary>The policy.</summary>
    /// <exception cref="InvalidOperationException">The text is not a policy; the message holds the first fault.</exception>
    public PolicyDocument Document => _document ?? throw new InvalidOperationException(Faults[0].Message);

    /// <summary>What could be read of the policy, whatever is wrong with the rest.</summary>
    internal PartialPolicy Partial { get; }

    /// <summary>
    /// The first offset from which the text is so far from JSON that what was read may not be what was meant; nothing when it never is.
    /// </summary>
    internal int? DoubtfulFrom { get; }

    /// <summary>Gives the policy when there is one.</summary>
    /// <param name="document">The policy, or nothing.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet([NotNullWhen(true)] out PolicyDocument? document)
    {
        document = _document;
        return document is not null;
    }
}
