using System.Collections.Immutable;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;

namespace Mrap.Policy.Cases;

/// <summary>A test of a decision.</summary>
/// <param name="Id">The case's identifier.</param>
/// <param name="Name">What the case shows.</param>
/// <param name="Layers">The resource that is asked for; for a request through an access point, the access point and the bucket.</param>
/// <param name="Verdict">The expected verdict.</param>
public sealed record DecisionCase(string Id, string Name, ImmutableArray<AccessLayer> Layers, Verdict Verdict) : PolicyCase(Id, Name)
{
    /// <inheritdoc/>
    public override string Expected => NameOf(Verdict);

    /// <summary>Decides the request.</summary>
    /// <returns>The decision.</returns>
    public Decision Decide() => Layers is [var accessPoint, var bucket]
        ? AccessDecider.Decide(accessPoint, bucket)
        : AccessDecider.Decide(Layers[0].Policies, Layers[0].Request);

    /// <inheritdoc/>
    public override string Answer() => NameOf(Decide().Verdict);

    /// <inheritdoc/>
    public override ImmutableArray<string> Explain() => DecisionLines.Of(Layers is [var accessPoint, var bucket]
        ? AccessExplainer.Explain(accessPoint, bucket)
        : AccessExplainer.Explain(Layers[0].Policies, Layers[0].Request));

    private static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Allow => "allow",
        Verdict.ExplicitDeny => "explicitDeny",
        Verdict.ImplicitDeny => "implicitDeny",
    };
}
