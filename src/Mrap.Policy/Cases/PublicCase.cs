using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Model;
using Mrap.Policy.PublicAccess;

namespace Mrap.Policy.Cases;

/// <summary>A test of whether a policy is public.</summary>
/// <param name="Id">The case's identifier.</param>
/// <param name="Name">What the case shows.</param>
/// <param name="Document">The policy.</param>
/// <param name="Kind">Where it is attached.</param>
/// <param name="IsPublic">Whether it is expected to be public.</param>
public sealed record PublicCase(string Id, string Name, PolicyDocument Document, PolicyKind Kind, bool IsPublic) : PolicyCase(Id, Name)
{
    /// <inheritdoc/>
    public override string Expected => NameOf(IsPublic);

    /// <inheritdoc/>
    public override string Answer() => NameOf(PublicPolicy.Evaluate(Document, Kind).IsPublic);

    /// <inheritdoc/>
    public override ImmutableArray<string> Explain() => [.. PublicPolicy.Evaluate(Document, Kind).Statements.Select(Describe)];

    private string Describe(StatementExposure exposure)
    {
        var place = Document.Source.PositionOf(Document.Statements[exposure.Statement].Span.Start);
        var verdict = exposure.IsPublic ? "public" : "not public";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"statement {exposure.Statement + 1} (line {place.Line}, column {place.Column}): {verdict}: {exposure.Reason}");
    }

    private static string NameOf(bool isPublic) => isPublic ? "public" : "nonPublic";
}
