using System.Text.Json;
using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Sandbox.AccessAnalyzer;

/// <summary>Writes findings (Access Analyzer API Reference, "ValidatePolicyFinding").</summary>
/// <param name="policy">The policy that they are about.</param>
internal sealed class FindingAnswer(PolicyOutcome policy)
{
    private const string Reference = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

    /// <summary>Writes a finding.</summary>
    public void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("findingDetails", $"{Sentence(finding.Message)} {Sentence(finding.Hint)}".Trim());
        json.WriteString("findingType", finding.Level.ToWire());
        json.WriteString("issueCode", finding.Code);
        json.WriteString("learnMoreLink", Link(finding));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartArray("path");
        foreach (var step in FindingPath.Of(policy.Syntax, finding.Span))
        {
            step(json);
        }

        json.WriteEndArray();
        json.WriteStartObject("span");
        WritePosition(json, "start", finding.Start);
        WritePosition(json, "end", finding.End);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Lines count from 1, columns and offsets from 0.
    private static void WritePosition(Utf8JsonWriter json, string name, TextPosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column - 1);
        json.WriteNumber("offset", position.Offset);
        json.WriteEndObject();
    }

    private static string Link(Finding finding)
    {
        var isOwn = PolicyChecks.Rules.FirstOrDefault(rule => rule.Code == finding.Code) is not { IsOwn: false };
        return isOwn
            ? Reference
            : $"{Reference}#access-analyzer-reference-policy-checks-{Anchor(finding.Level.ToWire())}-{Anchor(finding.Code)}";
    }

    // The anchors of the reference are written in lower case.
    private static string Anchor(string name) => string.Concat(name.Select(c => c == '_' ? '-' : char.ToLowerInvariant(c)));

    private static string Sentence(string fragment) =>
        fragment.Length == 0 ? "" : $"{char.ToUpperInvariant(fragment[0])}{fragment[1..]}{(fragment[^1] is '.' or '?' or '!' ? "" : ".")}";
}
