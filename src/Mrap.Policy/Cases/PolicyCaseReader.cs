using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Cases;

/// <summary>Reads cases written as one line of JSON each.</summary>
public static class PolicyCaseReader
{
    /// <summary>Reads a line: a decision (`policies`, `request`, `expected`) or a public test (`policyType`, `policy`, `expected`).</summary>
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
            return new PolicyCaseOutcome(Case: null, faults.ToFaults(source, root)[0].Message);
        }

        try
        {
            return new PolicyCaseOutcome(Read(new CaseNode(root, "", source)), Fault: null);
        }
        catch (CaseFaultException fault)
        {
            return new PolicyCaseOutcome(Case: null, fault.Message);
        }
    }

    private static PolicyCase Read(CaseNode node)
    {
        var id = node.Member("id")?.Text() ?? "";
        var name = node.Member("name")?.Text() ?? "";
        if (node.Member("request") is { } request)
        {
            return new DecisionCase(id, name, DecisionLayers.Read(node, request), ReadVerdict(node.Required("expected")));
        }

        var expected = node.Required("expected");
        var kind = ReadKind(node.Required("policyType"));
        return new PublicCase(id, name, node.Required("policy").Document(kind), kind, expected.Text() switch
        {
            "public" => true,
            "nonPublic" => false,
            _ => throw expected.Fault("is neither `public` nor `nonPublic`"),
        });
    }

    private static Verdict ReadVerdict(CaseNode node) => node.Text() switch
    {
        "allow" => Verdict.Allow,
        "explicitDeny" => Verdict.ExplicitDeny,
        "implicitDeny" => Verdict.ImplicitDeny,
        _ => throw node.Fault("is none of `allow`, `explicitDeny` and `implicitDeny`"),
    };

    private static PolicyKind ReadKind(CaseNode node) => node.Text() switch
    {
        "identity" => PolicyKind.Identity,
        "bucket" => PolicyKind.Bucket,
        "accesspoint" or "mrap" => PolicyKind.AccessPoint,
        _ => throw node.Fault("is none of `identity`, `bucket`, `accesspoint` and `mrap`"),
    };
}
