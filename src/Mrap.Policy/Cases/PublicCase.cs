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
    public override string Expected => Word(IsPublic);

    /// <inheritdoc/>
    public override string Answer() => Word(PublicPolicy.Judge(Document, Kind).IsPublic);

    private static string Word(bool isPublic) => isPublic ? "public" : "nonPublic";
}
