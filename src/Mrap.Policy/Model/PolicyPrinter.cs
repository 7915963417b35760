using System.Collections.Immutable;

namespace Mrap.Policy.Model;

/// <summary>Writes a policy as JSON.</summary>
internal static class PolicyPrinter
{
    /// <summary>Writes a policy.</summary>
    public static string Print(PolicyDocument document, bool indented)
    {
        var writer = new JsonPrinter(indented);
        writer.Open('{');
        if (document.Version != PolicyVersion.Unstated)
        {
            writer.Name("Version");
            writer.Text(document.Version == PolicyVersion.V20121017 ? "2012-10-17" : "2008-10-17");
        }

        if (document.Id is not null)
        {
            writer.Name("Id");
            writer.Text(document.Id);
        }

        writer.Name("Statement");
        if (document.IsList)
        {
            writer.Open('[');
            foreach (var statement in document.Statements)
            {
                writer.Item();
                Write(writer, statement);
            }

            writer.Close(']');
        }
        else
        {
            Write(writer, document.Statements[0]);
        }

        writer.Close('}');
        return writer.ToString();
    }

    private static void Write(JsonPrinter writer, PolicyStatement statement)
    {
        writer.Open('{');
        if (statement.Sid is not null)
        {
            writer.Name("Sid");
            writer.Text(statement.Sid);
        }

        writer.Name("Effect");
        writer.Text(statement.Effect == PolicyEffect.Allow ? "Allow" : "Deny");
        if (statement.Principals is { } principals)
        {
            writer.Name(principals.IsNegated ? "NotPrincipal" : "Principal");
            Write(writer, principals);
        }

        writer.Name(statement.Actions.IsNegated ? "NotAction" : "Action");
        Write(writer, statement.Actions);
        if (statement.Resources is { } resources)
        {
            writer.Name(resources.IsNegated ? "NotResource" : "Resource");
            Write(writer, resources);
        }

        if (!statement.Conditions.IsDefault)
        {
            writer.Name("Condition");
            Write(writer, statement.Conditions);
        }

        writer.Close('}');
    }

    private static void Write(JsonPrinter writer, PolicyPrincipals principals)
    {
        if (principals.IsStar)
        {
            writer.Text("*");
            return;
        }

        writer.Open('{');
        foreach (var group in principals.Groups)
        {
            writer.Name(group.Type == PrincipalType.Aws ? "AWS" : group.Type.ToString());
            Write(writer, group.Entries);
        }

        writer.Close('}');
    }

    private static void Write(JsonPrinter writer, PolicyEntries entries)
    {
        if (!entries.IsList)
        {
            writer.Text(entries.Items[0].Text);
            return;
        }

        writer.Open('[');
        foreach (var entry in entries.Items)
        {
            writer.Item();
            writer.Text(entry.Text);
        }

        writer.Close(']');
    }

    private static void Write(JsonPrinter writer, ImmutableArray<ConditionBlock> conditions)
    {
        writer.Open('{');
        foreach (var block in conditions)
        {
            writer.Name(block.Operator);
            writer.Open('{');
            foreach (var clause in block.Clauses)
            {
                writer.Name(clause.Key);
                Write(writer, clause);
            }

            writer.Close('}');
        }

        writer.Close('}');
    }

    private static void Write(JsonPrinter writer, ConditionClause clause)
    {
        if (!clause.IsList)
        {
            Write(writer, clause.Values[0]);
            return;
        }

        writer.Open('[');
        foreach (var value in clause.Values)
        {
            writer.Item();
            Write(writer, value);
        }

        writer.Close(']');
    }

    private static void Write(JsonPrinter writer, ConditionValue value)
    {
        if (value.Kind == ConditionValueKind.Text)
        {
            writer.Text(value.Text);
        }
        else
        {
            writer.Raw(value.Text);
        }
    }
}
