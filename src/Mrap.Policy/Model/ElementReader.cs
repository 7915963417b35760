using System.Collections.Immutable;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Model;

/// <summary>Reads elements that are a string or a list of strings.</summary>
internal static class ElementReader
{
    /// <summary>Reads a member that must be a string.</summary>
    public static string? ReadText(JsonMemberSyntax member, FaultList faults)
    {
        if (member.Value is JsonTextSyntax text)
        {
            return text.Value;
        }

        ReportType(member.Name, "a string", member.Value, faults);
        return null;
    }

    /// <summary>Reads a member that must be a string or a list of strings.</summary>
    public static PolicyEntries ReadEntries(JsonMemberSyntax member, bool isNegated, FaultList faults)
    {
        switch (member.Value)
        {
            case JsonTextSyntax text:
                return new PolicyEntries([new PolicyEntry(text.Value, text.Span)], IsList: false, isNegated, text.Span);
            case JsonArraySyntax list:
                var items = ImmutableArray.CreateBuilder<PolicyEntry>(list.Items.Length);
                foreach (var item in list.Items)
                {
                    if (item is JsonTextSyntax entry)
                    {
                        items.Add(new PolicyEntry(entry.Value, entry.Span));
                    }
                    else
                    {
                        ReportType(member.Name, "a string or a list of strings", item, faults);
                    }
                }

                return new PolicyEntries(items.DrainToImmutable(), IsList: true, isNegated, list.Span);
            default:
                ReportType(member.Name, "a string or a list of strings", member.Value, faults);
                return new PolicyEntries([], IsList: true, isNegated, member.Value.Span);
        }
    }

    /// <summary>Reports a value of the wrong JSON type; a missing value is already reported.</summary>
    public static void ReportType(string element, string wanted, JsonSyntax value, FaultList faults)
    {
        if (value is not JsonMissingSyntax)
        {
            faults.Add(
                PolicyFaultCodes.DataTypeMismatch, $"{DisplayText.Quote(element)} takes {wanted}, not {value.KindInWords}",
                $"write {wanted}", value.Span);
        }
    }

    /// <summary>Reports a name that the grammar does not have here, and the name that may be meant.</summary>
    public static void ReportUnknown(JsonMemberSyntax member, ReadOnlySpan<string> known, string where, string code, FaultList faults)
    {
        var hint = "remove it";
        string? repair = null;
        foreach (var name in known)
        {
            if (name.Equals(member.Name, StringComparison.OrdinalIgnoreCase))
            {
                hint = $"write `{name}`: element names are case-sensitive";
                repair = $"\"{name}\"";
            }
        }

        faults.Add(code, $"{DisplayText.Quote(member.Name)} is not an element of {where}", hint, member.NameSpan, repair);
    }
}
