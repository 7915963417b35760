using System.Globalization;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Cases;

/// <summary>Reads cases written as one line of JSON each.</summary>
public static class PolicyCaseReader
{
    /// <summary>
    /// Reads a line: a decision (`policies`, `request`, `expected`), a public test (`policyType`, `policy`, `expected`) or a test of the
    /// checks (`policyType`, `policy` or `text`, `expect`).
    /// </summary>
    /// <param name="line">One line of a file of cases.</param>
    /// <returns>The case, or the first thing wrong with it.</returns>
    public static PolicyCaseOutcome Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Length > PolicyLimits.MaxTextLength)
        {
            return new PolicyCaseOutcome(Case: null, "the line is too long");
        }

        var source = new SourceText(line);
        var faults = new FaultList();
        var root = JsonReader.Read(line, faults);
        if (!faults.IsEmpty)
        {
            var first = faults.ToFaults(source, root)[0];
            return new PolicyCaseOutcome(
                Case: null, string.Create(CultureInfo.InvariantCulture, $"{first.Message}, at column {first.Position.Column}"));
        }

        var fault = new CaseFault();
        var read = Read(new CaseNode(root, "", source, fault));
        return fault.Message is null ? new PolicyCaseOutcome(read, Fault: null) : new PolicyCaseOutcome(Case: null, fault.Message);
    }

    private static PolicyCase Read(CaseNode node)
    {
        var id = node.Member("id")?.Text() ?? "";
        var name = node.Member("name")?.Text() ?? "";
        if (node.Member("request") is { } request)
        {
            return new DecisionCase(id, name, DecisionLayers.Read(node, request), ReadVerdict(node.Required("expected")));
        }

        if (node.Member("expect") is not null)
        {
            return CheckCaseReader.Read(node, id, name, ReadKind(node.Required("policyType")));
        }

        var expected = node.Required("expected");
        var kind = ReadKind(node.Required("policyType"));
        if (expected.Text() is not ("public" or "nonPublic"))
        {
            expected.Fault("is neither `public` nor `nonPublic`");
        }

        return new PublicCase(id, name, node.Required("policy").Document(kind), kind, expected.Text() == "public");
    }

    private static Verdict ReadVerdict(CaseNode node)
    {
        switch (node.Text())
        {
            case "allow":
                return Verdict.Allow;
            case "explicitDeny":
                return Verdict.ExplicitDeny;
            case "implicitDeny":
                return Verdict.ImplicitDeny;
            default:
                node.Fault("is none of `allow`, `explicitDeny` and `implicitDeny`");
                return default;
        }
    }

    private static PolicyKind ReadKind(CaseNode node)
    {
        switch (node.Text().ToLowerInvariant())
        {
            case "identity":
                return PolicyKind.Identity;
            case "bucket":
                return PolicyKind.Bucket;
            case "accesspoint" or "mrap":
                return PolicyKind.AccessPoint;
            default:
                node.Fault("is none of `identity`, `bucket`, `accesspoint` and `mrap`");
                return default;
        }
    }
}
