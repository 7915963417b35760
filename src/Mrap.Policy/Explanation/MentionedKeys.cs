using System.Collections.Immutable;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;

namespace Mrap.Policy.Explanation;

/// <summary>Finds the context keys on which the decisions of policies can depend: no other key of a request changes anything.</summary>
public static class MentionedKeys
{
    /// <summary>Finds the keys.</summary>
    /// <returns>
    /// Each key once, without case, in the order of the text; keys of variables come after those of conditions of the same policy.
    /// </returns>
    public static ImmutableArray<MentionedKey> Of(IEnumerable<CompiledPolicy> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var found = new OrderedDictionary<string, MentionedKey>(StringComparer.OrdinalIgnoreCase);
        foreach (var policy in policies)
        {
            foreach (var statement in policy.Document.Statements)
            {
                AddConditions(statement, found);
            }

            if (policy.Document.Version == PolicyVersion.V20121017)
            {
                foreach (var text in policy.Document.Statements.SelectMany(TextsOf))
                {
                    AddVariables(text, found);
                }
            }
        }

        return [.. found.Values];
    }

    private static void AddConditions(PolicyStatement statement, OrderedDictionary<string, MentionedKey> found)
    {
        if (statement.Conditions.IsDefault)
        {
            return;
        }

        foreach (var block in statement.Conditions)
        {
            var asked = ConditionOperator.Parse(block.Operator);
            var type = TypeOf(asked.Family);
            foreach (var clause in block.Clauses)
            {
                var listed = type is null ? [] : clause.Values.Select(value => value.Text);
                var key = found.GetValueOrDefault(clause.Key)
                    ?? new MentionedKey(clause.Key, MentionedKeyType.Text, IsMultivalued: false, []);
                found[clause.Key] = key with
                {
                    Type = key.Type == MentionedKeyType.Text ? type ?? MentionedKeyType.Text : key.Type,
                    IsMultivalued = key.IsMultivalued || asked.Quantifier != ConditionQuantifier.None,
                    Listed = [.. key.Listed.Concat(listed).Distinct()],
                };
            }
        }
    }

    private static void AddVariables(string text, OrderedDictionary<string, MentionedKey> found)
    {
        foreach (var part in TextTemplateReader.Read(text, withWildcards: false, withVariables: true))
        {
            if (part.Key is { Name.Length: > 0 } key)
            {
                found.TryAdd(key.Name, new MentionedKey(key.Name, MentionedKeyType.Text, IsMultivalued: false, []));
            }
        }
    }

    private static IEnumerable<string> TextsOf(PolicyStatement statement)
    {
        var resources = statement.Resources?.Items.Select(entry => entry.Text) ?? [];
        return statement.Conditions.IsDefault
            ? resources
            : resources.Concat(
                statement.Conditions.SelectMany(block => block.Clauses).SelectMany(clause => clause.Values).Select(value => value.Text));
    }

    private static MentionedKeyType? TypeOf(ConditionFamily family) => family switch
    {
        ConditionFamily.Unknown or ConditionFamily.Null => null,
        ConditionFamily.Text => MentionedKeyType.Text,
        ConditionFamily.Arn => MentionedKeyType.Arn,
        ConditionFamily.Numeric => MentionedKeyType.Number,
        ConditionFamily.Date => MentionedKeyType.Date,
        ConditionFamily.Bool => MentionedKeyType.Boolean,
        ConditionFamily.Binary => MentionedKeyType.Binary,
        ConditionFamily.Ip => MentionedKeyType.IpAddress,
    };
}
