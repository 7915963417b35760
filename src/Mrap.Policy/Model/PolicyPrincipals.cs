using System.Collections.Immutable;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Model;

/// <summary>A Principal or NotPrincipal element.</summary>
/// <param name="IsStar">Whether it is written as the plain string `*`; then there are no groups.</param>
/// <param name="Groups">The principals by type, in the order of the text.</param>
/// <param name="IsNegated">Whether the element is NotPrincipal.</param>
/// <param name="Span">The place of the value.</param>
public sealed record PolicyPrincipals(bool IsStar, ImmutableArray<PrincipalGroup> Groups, bool IsNegated, TextSpan Span);
