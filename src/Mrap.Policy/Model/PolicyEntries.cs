using System.Collections.Immutable;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Model;

/// <summary>The entries of an Action, Resource or principal element.</summary>
/// <param name="Items">The entries in the order of the text; may be empty when written as a list.</param>
/// <param name="IsList">Whether they are written as a list; otherwise there is exactly one.</param>
/// <param name="IsNegated">Whether the element is NotAction or NotResource.</param>
/// <param name="Span">The place of the value.</param>
public sealed record PolicyEntries(ImmutableArray<PolicyEntry> Items, bool IsList, bool IsNegated, TextSpan Span);
