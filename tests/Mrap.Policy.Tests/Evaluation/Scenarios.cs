using System.Collections.Immutable;
using CsCheck;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Tests.Evaluation;

/// <summary>Generates policies and requests over a vocabulary so small that statements often match.</summary>
internal static class Scenarios
{
    private const string Alice = "arn:aws:iam::111122223333:user/alice";
    private const string Session = "arn:aws:sts::111122223333:assumed-role/Reader/s1";

    private static readonly TextSpan s_nowhere = new(0, 0);

    private static readonly Gen<PolicyEntries> s_actions = Entries("*", "s3:*", "s3:Get*", "s3:GetObject", "s3:PutObject");

    private static readonly Gen<PolicyEntries> s_resources =
        Entries("*", "arn:aws:s3:::b/*", "arn:aws:s3:::b/k", "arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::c/*");

    private static readonly Gen<PolicyPrincipals> s_principals = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 9]).Select((who, negated) => who == 0
        ? new PolicyPrincipals(IsStar: true, [], negated == 0, s_nowhere)
        : new PolicyPrincipals(
            IsStar: false,
            [
                new PrincipalGroup(
                    who == 1 ? PrincipalType.Service : PrincipalType.Aws,
                    One(
                        who switch { 1 => "logging.s3.amazonaws.com", 2 => "*", 3 => "111122223333", 4 => Alice,
                            5 => "arn:aws:iam::111122223333:role/Reader", 6 => Session, _ => "444455556666" })),
            ],
            negated == 0,
            s_nowhere));

    private static readonly Gen<ImmutableArray<ConditionBlock>> s_conditions = Gen.Select(
            Choice.Of(
                "StringEquals", "StringNotEquals", "StringLike", "StringEqualsIfExists", "ForAllValues:StringEquals",
                "ForAnyValue:StringNotLike", "Null", "NumericLessThan", "NumericNotEquals",
                "DateGreaterThan", "IpAddress", "NotIpAddress", "ArnNotLike", "Bool", "Nonsense"),
            Choice.Of("aws:PrincipalTag/team", "aws:username", "aws:SourceIp", "s3:max-keys"),
            Choice.Of("blue", "alice", "10", "true", "203.0.113.0/24", "2026-01-01", "${aws:username}", "*").Array[1, 2])
        .Select((name, key, values) => new ConditionBlock(
            name,
            [
                new ConditionClause(
                    key, [.. values.Select(value => new ConditionValue(value, ConditionValueKind.Text, s_nowhere))], IsList: true,
                    s_nowhere)],
            s_nowhere))
        .Array[0, 2].Select(blocks => blocks.DistinctBy(block => block.Operator).ToImmutableArray());

    /// <summary>A statement of a policy that names principals, or of one that does not.</summary>
    public static Gen<PolicyStatement> Statement(bool withPrincipal) =>
        Gen.Select(
            Choice.Of(PolicyEffect.Allow, PolicyEffect.Allow, PolicyEffect.Deny), s_principals, s_actions, s_resources,
            Gen.Select(Gen.Int[0, 1], s_conditions))
            .Select((effect, principals, actions, resources, conditions) =>
                new PolicyStatement(
                    Sid: null, effect, withPrincipal ? principals : null, actions, resources, conditions.Item1 == 0 ? [] : conditions.Item2,
                    s_nowhere));

    /// <summary>Any set of policies.</summary>
    public static Gen<PolicySet> Policies { get; } = Gen.Select(
            Gen.Select(Policy(PolicyKind.Identity), Policy(PolicyKind.Bucket), Policy(PolicyKind.Boundary), Policy(PolicyKind.Session)),
            Gen.Select(Policy(PolicyKind.ServiceControl), Policy(PolicyKind.ResourceControl), Policy(PolicyKind.Endpoint)),
            Gen.Int[0, 127], Gen.Int[0, 63])
        .Select((own, limits, there, often) => new PolicySet
        {
            Identity = (there & 1) == 0 ? [own.Item1] : [],
            Resource = (there & 2) == 0 ? own.Item2 : null,
            Boundary = (there & often & 4) != 0 ? [own.Item3] : [],
            Session = (there & often & 8) != 0 ? [own.Item4] : [],
            ServiceControl = (there & often & 16) != 0 ? [[limits.Item1]] : [],
            ResourceControl = (there & often & 32) != 0 ? [[limits.Item2]] : [],
            Endpoint = (there & often & 64) != 0 ? [limits.Item3] : [],
        });

    /// <summary>Any request.</summary>
    public static Gen<AccessRequest> Request { get; } = Gen.Select(
            Choice.Of(
                Alice, Session, "arn:aws:iam::444455556666:user/bob", "arn:aws:iam::111122223333:root", "anonymous",
                "logging.s3.amazonaws.com", "accounts.google.com"),
            Choice.Of("s3:GetObject", "s3:PutObject", "s3:ListBucket"),
            Choice.Of("arn:aws:s3:::b/k", "arn:aws:s3:::b/alice", "arn:aws:s3:::c/k", "*"),
            Gen.Select(
                Choice.Of<string[]>([], ["blue"], ["red", "blue"]), Choice.Of<string[]>([], ["alice"]),
                Choice.Of<string[]>([], ["203.0.113.9"], ["x"]), Choice.Of<string[]>([], ["10"], ["true"])))
        .Select((caller, action, resource, context) => new AccessRequest(
            Principal.Parse(caller), action, resource, "111122223333", RequestContext.Create(
            [
                KeyValuePair.Create("aws:PrincipalTag/team", context.Item1.ToImmutableArray()),
                KeyValuePair.Create("aws:username", context.Item2.ToImmutableArray()),
                KeyValuePair.Create("aws:SourceIp", context.Item3.ToImmutableArray()),
                KeyValuePair.Create("s3:max-keys", context.Item4.ToImmutableArray()),
            ])));

    /// <summary>A policy of some statements.</summary>
    public static CompiledPolicy Compile(IEnumerable<PolicyStatement> statements, PolicyKind kind) =>
        CompiledPolicy.Compile(
            new PolicyDocument(PolicyVersion.V20121017, Id: null, [.. statements], IsList: true, new SourceText("")), kind);

    /// <summary>The set with every policy replaced.</summary>
    public static PolicySet Map(PolicySet set, Func<CompiledPolicy, CompiledPolicy> change) => set with
    {
        Identity = [.. set.Identity.Select(change)],
        Boundary = [.. set.Boundary.Select(change)],
        Session = [.. set.Session.Select(change)],
        Endpoint = [.. set.Endpoint.Select(change)],
        ServiceControl = [.. set.ServiceControl.Select(level => level.Select(change).ToImmutableArray())],
        ResourceControl = [.. set.ResourceControl.Select(level => level.Select(change).ToImmutableArray())],
        Resource = set.Resource is null ? null : change(set.Resource),
    };

    /// <summary>Whether policies of a kind name principals.</summary>
    public static bool HasPrincipal(PolicyKind kind) => kind is PolicyKind.Bucket or PolicyKind.ResourceControl or PolicyKind.Endpoint;

    private static Gen<CompiledPolicy> Policy(PolicyKind kind) =>
        Statement(HasPrincipal(kind)).Array[1, 4].Select(statements => Compile(statements, kind));

    private static Gen<PolicyEntries> Entries(params string[] vocabulary) =>
        Gen.Select(Choice.Of(vocabulary).Array[1, 2], Gen.Int[0, 7]).Select((texts, negated) =>
        new PolicyEntries([.. texts.Select(text => new PolicyEntry(text, s_nowhere))], IsList: true, negated == 0, s_nowhere));

    private static PolicyEntries One(string text) => new([new PolicyEntry(text, s_nowhere)], IsList: false, IsNegated: false, s_nowhere);
}
