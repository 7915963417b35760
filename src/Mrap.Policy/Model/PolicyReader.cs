using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Model;

/// <summary>Reads the top level of a policy's tree.</summary>
internal static class PolicyReader
{
    /// <summary>Reads a text.</summary>
    public static PolicyOutcome Read(string text, PolicyKind? kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = new SourceText(text);
        var faults = new FaultList();
        if (text.Length > PolicyLimits.MaxTextLength)
        {
            faults.Add(
                PolicyFaultCodes.PolicyTooLarge,
                string.Create(
                    CultureInfo.InvariantCulture, $"the text has {text.Length} characters, more than {PolicyLimits.MaxTextLength}"),
                "split or shorten the policy",
                new TextSpan(0, 0));
            return new PolicyOutcome(
                source, syntax: null, PartialPolicy.Nothing, document: null, faults.ToFaults(source, root: null), doubtfulFrom: null);
        }

        var root = JsonReader.Read(text, faults);
        var partial = ReadPolicy(root, kind, faults);
        return faults.IsEmpty
            ? new PolicyOutcome(source, root, partial, partial.Complete(source), [], doubtfulFrom: null)
            : new PolicyOutcome(source, root, partial, document: null, faults.ToFaults(source, root), faults.DoubtfulFrom);
    }

    private static PartialPolicy ReadPolicy(JsonSyntax root, PolicyKind? kind, FaultList faults)
    {
        if (root is not JsonObjectSyntax top)
        {
            if (root is not JsonMissingSyntax)
            {
                faults.Add(
                    PolicyFaultCodes.DataTypeMismatch, $"a policy is an object, not {root.KindInWords}", "start the document with `{`",
                    root.Span);
            }

            return PartialPolicy.Nothing;
        }

        var version = PolicyVersion.Unstated;
        string? id = null;
        var statements = ImmutableArray<PartialStatement>.Empty;
        var isList = false;
        var hasStatement = false;
        foreach (var member in top.Members)
        {
            switch (member.Name)
            {
                case "Version":
                    version = ReadVersion(member.Value, faults);
                    break;
                case "Id":
                    id = ElementReader.ReadText(member, faults);
                    break;
                case "Statement":
                    hasStatement = true;
                    isList = member.Value is JsonArraySyntax;
                    statements = ReadStatements(member.Value, kind, faults);
                    break;
                default:
                    ElementReader.ReportUnknown(
                        member, ["Version", "Id", "Statement"], "a policy", PolicyFaultCodes.InvalidPolicyElement, faults);
                    break;
            }
        }

        if (!hasStatement)
        {
            faults.Add(
                PolicyFaultCodes.MissingStatement, "the policy has no `Statement`", "add a `Statement` with at least one statement",
                new TextSpan(top.Span.Start, 1));
        }

        return new PartialPolicy(version, id, statements, isList);
    }

    private static PolicyVersion ReadVersion(JsonSyntax value, FaultList faults)
    {
        switch (value)
        {
            case JsonTextSyntax { Value: "2012-10-17" }:
                return PolicyVersion.V20121017;
            case JsonTextSyntax { Value: "2008-10-17" }:
                return PolicyVersion.V20081017;
            case JsonMissingSyntax:
                return PolicyVersion.Unstated;
            default:
                faults.Add(
                    value is JsonTextSyntax ? PolicyFaultCodes.InvalidVersion : PolicyFaultCodes.DataTypeMismatch,
                    value is JsonTextSyntax text
                        ? $"{DisplayText.Quote(text.Value)} is not a version of the policy language"
                        : $"the version is a string, not {value.KindInWords}",
                    "write `2012-10-17`",
                    value.Span,
                    repair: "\"2012-10-17\"");
                return PolicyVersion.Unstated;
        }
    }

    private static ImmutableArray<PartialStatement> ReadStatements(JsonSyntax value, PolicyKind? kind, FaultList faults)
    {
        switch (value)
        {
            case JsonObjectSyntax one:
                return [StatementReader.Read(one, 0, kind, faults)];
            case JsonArraySyntax list:
                var statements = ImmutableArray.CreateBuilder<PartialStatement>(list.Items.Length);
                for (var i = 0; i < list.Items.Length; i++)
                {
                    var item = list.Items[i];
                    if (item is JsonObjectSyntax statement)
                    {
                        statements.Add(StatementReader.Read(statement, i, kind, faults));
                    }
                    else if (item is not JsonMissingSyntax)
                    {
                        faults.Add(
                            PolicyFaultCodes.DataTypeMismatch, $"a statement is an object, not {item.KindInWords}",
                            "write the statement in braces", item.Span);
                    }
                }

                return statements.DrainToImmutable();
            case JsonMissingSyntax:
                return [];
            default:
                faults.Add(
                    PolicyFaultCodes.DataTypeMismatch, $"`Statement` is an object or a list of objects, not {value.KindInWords}",
                    "write statements in braces", value.Span);
                return [];
        }
    }
}
