using CsCheck;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.ExternalAccess;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Policy.Tests.Model;

namespace Mrap.Policy.Tests.Evaluation;

public sealed class HostilePolicyTests
{
    private static readonly Gen<string> s_word = Choice.Of(
        "${", "${}", "${a", "${a,", "${a, '", "${a, 'b'}", "${*}", "}", "'", "*", "?", ":", "::::::", "arn:", "arn:aws:s3:::", "/", "%",
        "\ud800", "\udc00", "😀", "1e999", "-", "0x1",
        "9999-99-99", "2026-01-01T", "1:2:3", "::", "::ffff:1.2.3.4/129", "/-1", "=", "s3:", "ForAllValues:", "IfExists", "");

    private static readonly Gen<string> s_text = s_word.Array[0, 6].Select(string.Concat);

    private static readonly Gen<string> s_operator = Gen.Select(
        Choice.Of("", "ForAllValues:", "ForAnyValue:"),
        Choice.Of(
            "StringEquals", "StringNotLike", "ArnLike", "ArnNotEquals", "NumericLessThan", "NumericNotEquals", "DateEquals", "Bool",
            "BinaryEquals", "IpAddress", "NotIpAddress", "Null", "X"),
        Choice.Of("", "IfExists")).Select((prefix, name, suffix) => prefix + name + suffix);

    [Fact]
    public void CompileAndDecide_AnyDocumentThatTheGrammarHas_EndsWithAnAnswer() =>
        Gen.Select(Documents.Any, Choice.Of(Enum.GetValues<PolicyKind>()), s_text).Sample(
        (document, kind, text) =>
        {
            var policy = CompiledPolicy.Compile(document, kind);
            var request =
                new AccessRequest(
                    Principal.Parse(text), text, text, text, RequestContext.Empty.With(text, text).With("aws:username", text));
            var policies = new PolicySet { Identity = [policy], Resource = policy, Boundary = [policy], RestrictPublicBuckets = true };

            return AccessExplainer.Explain(policies, request).Decision == AccessDecider.Decide(policies, request)
                && AccessPreview.Of(document, kind, "111122223333").All(grant => grant.Statement < document.Statements.Length);
        },
        iter: Runs.Of(3_000));

    [Fact]
    public void Decide_AnyConditionOnAnyValue_EndsWithAnAnswer() =>
        Gen.Select(s_operator, s_text.Array[0, 3], s_text.Array[0, 3], s_text).Sample(
        (name, listed, actual, resource) =>
        {
            var block = new ConditionBlock(
                name,
                [
                    new ConditionClause(
                        "k", [.. listed.Select(text => new ConditionValue(text, ConditionValueKind.Text, default))], IsList: true,
                        default)],
                default);
            var entries = new PolicyEntries([new PolicyEntry(resource, default)], IsList: true, IsNegated: false, default);
            var document = new PolicyDocument(
                PolicyVersion.V20121017, Id: null,
                [new PolicyStatement(Sid: null, PolicyEffect.Allow, Principals: null, entries, entries, [block], default)], IsList: true,
                new(""));
            var request = new AccessRequest(
                Principal.Anonymous, resource, resource, resourceAccount: null, RequestContext.Empty.With("k", [.. actual]).With("a", "x"));

            return AccessExplainer.Explain(
                new PolicySet { Resource = CompiledPolicy.Compile(document, PolicyKind.Bucket) },
                request).Decision.Verdict != Verdict.ExplicitDeny;
        },
        iter: Runs.Of(10_000));
}
