using CsCheck;
using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Checks;

public sealed class HostilePolicyCheckTests
{
    private static readonly PolicyKind[] s_kinds = Enum.GetValues<PolicyKind>();

    private static readonly CheckContext s_context = new()
    {
        AccessPointArn = "arn:aws:s3::111122223333:accesspoint/mmqdt41e4bf6x.mrap",
        AccessPointName = "photos",
        OwnerAccount = "111122223333",
        AccessPoints = [new KnownAccessPoint("photos", "arn:aws:s3::111122223333:accesspoint/mmqdt41e4bf6x.mrap")],
        Bucket = "b",
        DelegateTo = ["arn:aws:s3::111122223333:accesspoint/mmqdt41e4bf6x.mrap"],
        BlockPublicPolicy = true,
        Author = "arn:aws:iam::111122223333:user/admin",
    };

    private static readonly string[] s_words =
    [
        "*", "?", ":", "/", "arn:", "arn:aws:s3:::", "arn:aws:s3::111122223333:accesspoint/", "x.mrap", "/object/", "s3:", "Get", "Object",
        "ListBucket", "${", "}", "${aws:username}",
        "'", ",", " ", "\\u0000", "\\ud800", "é", "111122223333", "0", "-", "e9", "T", "2026-01-01", "10.0.0.0/8", "true", "null", "iam",
        "user/", "AROA", ".amazonaws.com", "%",
    ];

    private static readonly string[] s_operators = [
        "StringEquals", "StringLike", "Null", "NumericLessThan", "DateGreaterThan", "ForAllValues:StringLike", "BoolIfExists", "IpAddress",
        "Nothing", ""];

    private static readonly Gen<string> s_word = Choice.Of(s_words).Array[0, 5].Select(words => "\"" + string.Concat(words) + "\"");

    private static readonly Gen<string> s_value = Gen.Frequency(
        (6, s_word),
        (2, s_word.Array[0, 3].Select(words => "[" + string.Join(',', words) + "]")),
        (1, Choice.Of("null", "5", "{}", "[]", "[[]]", "true", "{\"AWS\":[]}", "")));

    private static readonly Gen<string> s_condition = Gen.Select(
        Choice.Of(s_operators), s_word, s_value, (name, key, value) =>
            $"{{\"{name}\":{{{key}:{value},\"s3:DataAccessPointArn\":{value}}},\"StringNotEquals\":{{{key}:{value}}}}}");

    private static readonly Gen<string> s_statement = Gen.Select(
        Choice.Of("\"Allow\"", "\"Deny\"", "\"allow\"", "1"), s_value, s_value, s_value, s_condition,
        Choice.Of("Action", "NotAction", "action"), Choice.Of("Resource", "NotResource"),
        (effect, principal, action, resource, condition, actionName, resourceName) =>
            $"{{\"Sid\":{principal},\"Effect\":{effect},\"Principal\":{{\"AWS\":{principal},\"Service\":{principal}}},\"{actionName}\":"
                + $"{action},\"{resourceName}\":{resource},\"Condition\":{condition}}}");

    private static readonly Gen<string> s_policy =
        s_statement.Array[0, 3].Select(statements => "{\"Version\":\"2012-10-17\",\"Statement\":[" + string.Join(',', statements) + "]}");

    [Fact]
    public void Check_PolicyOfStrangeWords_EndsWithFindingsInsideTheText() => Gen.Select(s_policy, Choice.Of(s_kinds)).Sample(
        (text, kind) => PolicyChecks.Check(text, kind, s_context).All(finding => IsInside(finding, text)),
        iter: Runs.Of(4_000));

    [Fact]
    public void Check_TextCutAnywhere_EndsWithFindingsInsideTheText() => Gen.Select(s_policy, Gen.Double[0, 1], Choice.Of(s_kinds)).Sample(
        (text, at, kind) =>
        {
            var cut = text[..(int)(at * text.Length)];
            return PolicyChecks.Check(cut, kind, s_context).All(finding => IsInside(finding, cut));
        },
        iter: Runs.Of(2_000));

    [Fact]
    public void Check_TenThousandStatements_IsAnsweredInBoundedTime()
    {
        var statements = Enumerable.Range(0, 10_000).Select(i =>
            $$$"""{"Sid":"S","Effect":"{{{(i % 2 == 0 ? "Allow" : "Deny")}}}","Principal":{"AWS":"*"},"Action":"""
                + $$$"""["s3:Get*","s3:*{{{i}}}*"],"Resource":"""
                + $$$"""["arn:aws:s3:::b*{{{i}}}/*","arn:aws:s3::1:accesspoint/n{{{i}}}"],"Condition":{"StringEquals":"""
                + $$$"""{"aws:a":"{{{i}}}"},"StringLike":{"aws:a":"b*"} } }""");

        PolicyChecks.Check(
            "{\"Statement\":[" + string.Join(',', statements) + "]}", PolicyKind.Bucket, s_context).Length.ShouldBeInRange(100, 2_000);
    }

    [Fact]
    public void Check_ListOfTwentyThousandPatterns_IsAnsweredInBoundedTime()
    {
        var actions = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"s3:*{i}*a*b\""));
        var resources = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"arn:aws:s3:::*{i}*a*b\""));

        PolicyChecks.Check(
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":["
                + actions
                + "],\"Resource\":["
                + resources
                + "]}}",
            PolicyKind.Identity)
            .Count(finding => finding.Code == "INVALID_ACTION").ShouldBe(100);
    }

    [Theory]
    [InlineData(PolicyKind.Identity)]
    [InlineData(PolicyKind.Bucket)]
    public void Check_OneActionThirtyThousandTimes_IsAnsweredInBoundedTime(PolicyKind kind)
    {
        var actions = string.Join(',', Enumerable.Repeat("\"s3:ListJobs\"", 30_000));

        PolicyChecks.Check(
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":"
                + "[\"s3:GetObject\","
                + actions
                + "],\"Resource\":\"arn:aws:s3:::b/*\"}}",
            kind)
            .Count(finding => finding.Code == "ACTION_WITHOUT_RESOURCE").ShouldBe(100);
    }

    [Fact]
    public void Check_EntryOfAMegabyteOfStars_IsAnsweredInBoundedTime()
    {
        var stars = string.Concat(Enumerable.Repeat("a*", 300_000));

        PolicyChecks.Check(
            $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{stars}}}"},"Action":"""
                + $$$"""["s3:{{{stars}}}","s3:b{{{stars}}}"],"Resource":["arn:aws:s3:::{{{stars}}}","arn:aws:s3:::b{{{stars}}}"]}}""",
            PolicyKind.Bucket).ShouldContain(finding => finding.Code == "UNSUPPORTED_WILDCARD_IN_PRINCIPAL");
    }

    private static bool IsInside(Finding finding, string text) =>
        finding.Span.Start >= 0 && finding.Span.End <= text.Length && finding.Message.Length < 600
        && (finding.Edit is not { } edit || (edit.Span.Start >= 0 && edit.Span.End <= text.Length));
}
