using System.Collections.Immutable;
using CsCheck;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Tests.Model;

/// <summary>Generates documents, and compares them without their places.</summary>
internal static class Documents
{
    private static readonly TextSpan s_nowhere = new(0, 0);

    private static readonly Gen<string> s_text = Gen.OneOf(
        Choice.Of("", "*", "s3:GetObject", "arn:aws:s3:::b/*", "${aws:username}", "\"\\\n\t\u0001", "é😀\u2028\ud800x", "a b"),
        Gen.String[0, 8]);

    private static readonly Gen<ConditionValue> s_value = Gen.OneOf(
        s_text.Select(text => new ConditionValue(text, ConditionValueKind.Text, s_nowhere)),
        Choice.Of("0", "-1.5", "10", "1e3").Select(text => new ConditionValue(text, ConditionValueKind.Number, s_nowhere)),
        Choice.Of("true", "false").Select(text => new ConditionValue(text, ConditionValueKind.Boolean, s_nowhere)));

    private static readonly Gen<ConditionClause> s_clause = Gen.Select(Gen.Bool, s_value.Array[0, 3], s_value)
        .Select((isList, list, one) => new ConditionClause("", isList ? [.. list] : [one], isList, s_nowhere));

    private static readonly Gen<ConditionBlock> s_block = s_clause.Array[0, 3]
        .Select(clauses => new ConditionBlock("", [.. clauses.Select((clause, i) => clause with { Key = "key" + i })], s_nowhere));

    private static readonly Gen<ImmutableArray<ConditionBlock>> s_conditions = Gen.Select(Gen.Bool, s_block.Array[0, 3])
        .Select(
            (isThere, blocks) =>
                isThere
                    ? [.. blocks.Select((block, i) => block with { Operator = "Operator" + i })]
                    : default(ImmutableArray<ConditionBlock>));

    private static readonly Gen<PolicyPrincipals?> s_principals = Gen.Select(
        Gen.Int[0, 2], Gen.Bool, Entries(negatable: false).Array[4], Gen.Int[0, 15]).Select((form, isNegated, entries, types) => form switch
    {
        0 => null,
        1 => new PolicyPrincipals(IsStar: true, [], isNegated, s_nowhere),
        _ => new PolicyPrincipals(
            IsStar: false,
            [
                .. Enum.GetValues<PrincipalType>()
                .Where(type => (types & (1 << (int)type)) != 0)
                .Select(type => new PrincipalGroup(type, entries[(int)type]))],
            isNegated,
            s_nowhere),
    });

    private static readonly Gen<PolicyStatement> s_statement =
        Gen.Select(
            s_text, Gen.Bool, Choice.Of(PolicyEffect.Allow, PolicyEffect.Deny), s_principals, Entries(negatable: true),
            Entries(negatable: true), s_conditions)
            .Select((sid, hasSid, effect, principals, actions, resources, conditions) =>
                new PolicyStatement(hasSid ? sid : null, effect, principals, actions, resources, conditions, s_nowhere));

    /// <summary>Any document that the grammar has.</summary>
    public static Gen<PolicyDocument> Any { get; } =
        Gen.Select(Choice.Of(Enum.GetValues<PolicyVersion>()), s_text, Gen.Bool, Gen.Bool, s_statement.Array[0, 4], s_statement)
            .Select((version, id, hasId, isList, statements, one) =>
                new PolicyDocument(version, hasId ? id : null, isList ? [.. statements] : [one], isList, new SourceText("")));

    /// <summary>Whether two documents say the same in the same form, wherever it stands.</summary>
    public static bool AreSame(PolicyDocument a, PolicyDocument b) =>
        a.Version == b.Version && a.Id == b.Id && a.IsList == b.IsList && AllSame(a.Statements, b.Statements, AreSame);

    private static bool AreSame(PolicyStatement a, PolicyStatement b) =>
        a.Sid == b.Sid
            && a.Effect == b.Effect
            && AreSame(a.Principals, b.Principals)
            && AreSame(a.Actions, b.Actions)
            && AreSame(a.Resources, b.Resources)
        && a.Conditions.IsDefault == b.Conditions.IsDefault
        && (
            a.Conditions.IsDefault
                || AllSame(a.Conditions, b.Conditions, (x, y) => x.Operator == y.Operator && AllSame(x.Clauses, y.Clauses, AreSame)));

    private static bool AreSame(ConditionClause a, ConditionClause b) =>
        a.Key == b.Key && a.IsList == b.IsList && AllSame(a.Values, b.Values, (x, y) => x.Text == y.Text && x.Kind == y.Kind);

    private static bool AreSame(PolicyPrincipals? a, PolicyPrincipals? b) => a is null || b is null
        ? a is null && b is null
        : a.IsStar == b.IsStar
            && a.IsNegated == b.IsNegated
            && AllSame(a.Groups, b.Groups, (x, y) => x.Type == y.Type && AreSame(x.Entries, y.Entries));

    private static bool AreSame(PolicyEntries? a, PolicyEntries? b) => a is null || b is null
        ? a is null && b is null
        : a.IsList == b.IsList && a.IsNegated == b.IsNegated && AllSame(a.Items, b.Items, (x, y) => x.Text == y.Text);

    private static bool AllSame<T>(ImmutableArray<T> a, ImmutableArray<T> b, Func<T, T, bool> areSame) =>
        a.Length == b.Length && a.Zip(b).All(pair => areSame(pair.First, pair.Second));

    private static Gen<PolicyEntries> Entries(bool negatable) =>
        Gen.Select(Gen.Bool, Gen.Bool, s_text.Array[0, 3], s_text).Select((isList, isNegated, list, one) =>
        new PolicyEntries(
            [.. (isList ? list : [one]).Select(text => new PolicyEntry(text, s_nowhere))], isList, negatable && isNegated, s_nowhere));
}
