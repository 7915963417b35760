using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;

namespace Mrap.Sandbox.Observation;

/// <summary>What the policies decided about a request; put into words when somebody reads it.</summary>
/// <param name="isThroughAccessPoint">Whether the request came through an access point.</param>
/// <param name="hasBucket">Whether it was for a bucket, or for the account alone.</param>
internal sealed class JournalDecision(Decision decision, bool isThroughAccessPoint, bool hasBucket)
{
    /// <summary><c>allow</c>, <c>explicitDeny</c> or <c>implicitDeny</c>.</summary>
    public string Verdict => decision.Verdict switch
    {
        Mrap.Policy.Evaluation.Verdict.Allow => "allow",
        Mrap.Policy.Evaluation.Verdict.ExplicitDeny => "explicitDeny",
        Mrap.Policy.Evaluation.Verdict.ImplicitDeny => "implicitDeny",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Where it was decided: <c>accessPoint</c>, <c>bucket</c> or <c>account</c>.</summary>
    public string Layer => isThroughAccessPoint && decision.Layer == 0 ? "accessPoint" : hasBucket ? "bucket" : "account";

    /// <summary>The kind of the deciding policy, such as <c>bucket policy</c>; null when no statement decided.</summary>
    public string? Policy => decision.Policy is { } policy ? DecisionSummary.Kind(policy.Kind) : null;

    /// <summary>The deciding statement's place in its policy, from 0; null when no statement decided.</summary>
    public int? Statement => decision.Statement < 0 ? null : decision.Statement;

    /// <summary>The deciding statement's Sid; null when it has none or no statement decided.</summary>
    public string? Sid => decision.DecidingStatement?.Sid;

    /// <summary>The decision in one sentence.</summary>
    public string Words => DecisionSummary.Of(decision, isThroughAccessPoint);
}
