using System.Collections.Immutable;
using System.Xml;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Syntax;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>Writes the answer of a simulation (IAM API Reference, "EvaluationResult" and "ResourceSpecificResult").</summary>
/// <param name="missing">The keys that the policies ask for and the call does not give.</param>
internal sealed class SimulationAnswer(ImmutableArray<string> missing)
{
    /// <summary>Writes the result of an action.</summary>
    public void Write(XmlWriter xml, ActionResult result) => xml.Group("member", () =>
    {
        var ofResources = !result.Resources.IsEmpty;
        xml.Element("EvalActionName", result.Action);
        xml.Element("EvalResourceName", result.Whole.Resource);
        xml.Element("EvalDecision", Word(result.Whole.Verdict));
        WriteMatched(xml, result.Whole.Matched);
        WriteMissing(xml, ofResources ? [] : missing);
        WriteBoundary(xml, result.Whole);
        if (ofResources || !result.Whole.Details.IsEmpty)
        {
            WriteDetails(xml, result.Whole.Details);
        }

        if (ofResources)
        {
            xml.Group("ResourceSpecificResults", () =>
            {
                foreach (var resource in result.Resources)
                {
                    Write(xml, resource);
                }
            });
        }
    });

    private static void WriteMatched(XmlWriter xml, ImmutableArray<MatchedStatement> statements) => xml.Group("MatchedStatements", () =>
    {
        foreach (var statement in statements)
        {
            xml.Group("member", () =>
            {
                xml.Element("SourcePolicyId", statement.Policy.Id);
                xml.Element("SourcePolicyType", statement.Policy.Type);
                WritePosition(xml, "StartPosition", statement.Start);
                WritePosition(xml, "EndPosition", statement.End);
            });
        }
    });

    private static void WritePosition(XmlWriter xml, string name, TextPosition position) => xml.Group(name, () =>
    {
        xml.Element("Line", position.Line);
        xml.Element("Column", position.Column);
    });

    private static void WriteMissing(XmlWriter xml, ImmutableArray<string> keys) => xml.Group("MissingContextValues", () =>
    {
        foreach (var key in keys)
        {
            xml.Element("member", key);
        }
    });

    private static void WriteBoundary(XmlWriter xml, ResourceResult result)
    {
        if (result.AllowedByBoundary is { } isAllowed)
        {
            xml.Group("PermissionsBoundaryDecisionDetail", () => xml.Element("AllowedByPermissionsBoundary", isAllowed));
        }
    }

    private static void WriteDetails(XmlWriter xml, ImmutableArray<KeyValuePair<string, Verdict>> details) =>
        xml.Group("EvalDecisionDetails", () =>
    {
        foreach (var (kind, verdict) in details)
        {
            xml.Group("entry", () =>
            {
                xml.Element("key", kind);
                xml.Element("value", Word(verdict));
            });
        }
    });

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Allow => "allowed",
        Verdict.ExplicitDeny => "explicitDeny",
        Verdict.ImplicitDeny => "implicitDeny",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    private void Write(XmlWriter xml, ResourceResult result) => xml.Group("member", () =>
    {
        xml.Element("EvalResourceName", result.Resource);
        xml.Element("EvalResourceDecision", Word(result.Verdict));
        WriteMatched(xml, result.Matched);
        WriteMissing(xml, missing);
        if (!result.Details.IsEmpty)
        {
            WriteDetails(xml, result.Details);
        }

        WriteBoundary(xml, result);
    });
}
