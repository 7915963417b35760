using System.Collections.Immutable;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Model;

/// <summary>Reads a Condition element.</summary>
internal static class ConditionReader
{
    private const string Wanted = "a string, a number, a boolean or a list of them";

    /// <summary>Reads the operators of the element.</summary>
    public static ImmutableArray<ConditionBlock> Read(JsonMemberSyntax member, FaultList faults)
    {
        if (member.Value is not JsonObjectSyntax operators)
        {
            ElementReader.ReportType(member.Name, "an object", member.Value, faults);
            return [];
        }

        var blocks = ImmutableArray.CreateBuilder<ConditionBlock>(operators.Members.Length);
        foreach (var block in operators.Members)
        {
            if (block.Value is JsonObjectSyntax keys)
            {
                blocks.Add(new ConditionBlock(block.Name, ReadClauses(keys, faults), block.Span));
            }
            else
            {
                ElementReader.ReportType(block.Name, "an object of condition keys", block.Value, faults);
            }
        }

        return blocks.DrainToImmutable();
    }

    private static ImmutableArray<ConditionClause> ReadClauses(JsonObjectSyntax keys, FaultList faults)
    {
        var clauses = ImmutableArray.CreateBuilder<ConditionClause>(keys.Members.Length);
        foreach (var key in keys.Members)
        {
            clauses.Add(ReadClause(key, faults));
        }

        ReportCaseTwins(keys.Members, faults);
        return clauses.DrainToImmutable();
    }

    private static ConditionClause ReadClause(JsonMemberSyntax key, FaultList faults)
    {
        if (key.Value is not JsonArraySyntax list)
        {
            var one = ReadValue(key.Name, key.Value, faults);
            return new ConditionClause(key.Name, one is null ? [] : [one], IsList: one is null, key.Span);
        }

        var values = ImmutableArray.CreateBuilder<ConditionValue>(list.Items.Length);
        foreach (var item in list.Items)
        {
            if (ReadValue(key.Name, item, faults) is { } value)
            {
                values.Add(value);
            }
        }

        return new ConditionClause(key.Name, values.DrainToImmutable(), IsList: true, key.Span);
    }

    private static ConditionValue? ReadValue(string key, JsonSyntax value, FaultList faults)
    {
        switch (value)
        {
            case JsonTextSyntax text:
                return new ConditionValue(text.Value, ConditionValueKind.Text, text.Span);
            case JsonNumberSyntax number:
                return new ConditionValue(number.Text, ConditionValueKind.Number, number.Span);
            case JsonBooleanSyntax boolean:
                return new ConditionValue(boolean.Value ? "true" : "false", ConditionValueKind.Boolean, boolean.Span);
            default:
                ElementReader.ReportType(key, Wanted, value, faults);
                return null;
        }
    }

    private static void ReportCaseTwins(ImmutableArray<JsonMemberSyntax> keys, FaultList faults)
    {
        if (keys.Length < 2)
        {
            return;
        }

        var names = new Dictionary<string, string>(keys.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var key in keys)
        {
            if (!names.TryAdd(key.Name, key.Name) && names[key.Name] != key.Name)
            {
                faults.Add(
                    PolicyFaultCodes.DuplicateKeysWithDifferentCase,
                    $"{DisplayText.Quote(key.Name)} and {DisplayText.Quote(names[key.Name])} are one condition key: keys are compared "
                        + "without case",
                    "put the values of both into one list",
                    key.NameSpan);
            }
        }
    }
}
