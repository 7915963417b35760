using CsCheck;
using Mrap.Policy.Checks;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Checks;

public sealed class ConditionChecksPropertyTests
{
    private static readonly Gen<string> s_operator = Choice.Of(
        "StringEquals", "StringNotEquals", "StringLike", "stringlike", "StringEqualsIgnoreCase", "StringEqualIfExist", "ArnLike",
        "ArnEquals", "NumericLessThan", "NumericEquals",
        "DateGreaterThan", "DateLessThan", "DateEquals", "Bool", "BoolIfExists", "Boolean", "BinaryEquals", "IpAddress", "NotIpAddress",
        "Null", "NullIfExists", "ForAnyValue:Null",
        "ForAllValues:StringEquals", "ForAnyValue:StringLike", "ForAllValue:StringLike", "", ":", "a:b:c", "x");

    private static readonly Gen<string> s_key = Choice.Of(
        "aws:SourceIp", "aws:sourceip", "aws:VpcSourceIp", "aws:SourceVpc", "aws:SourceVpce", "aws:PrincipalArn", "aws:ARN", "aws:TagKeys",
        "aws:RequestTag", "aws:RequestTag/a",
        "aws:SecureTransport", "aws:CurrentTime", "aws:EpochTime", "aws:MultiFactorAuthAge", "s3:prefix", "s3:prefixx", "s3:max-keys",
        "s3:DataAccessPointArn", "SourceIp", "aws:", ":", "", "kms:ViaService",
        "asw:SourceIp", "s3:x-amz-server-side-encryption-aws-kms-key-id");

    private static readonly Gen<string> s_value = Choice.Of(
        "\"true\"", "\"false\"", "true", "1", "-1.5e3", "\"10.0.0.0/8\"", "\"203.0.113.7/24\"", "\"2001:db8::1/32\"",
        "\"::ffff:203.0.113.7/100\"", "\"999\"", "\"2026\"", "\"2026-01\"", "\"1767225600000\"",
        "\"99999999999999999999\"", "\"-999999999999999999\"", "\"arn:aws:iam::111122223333:role/*\"", "\"*\"", "\"\"", "\"a*\"",
        "\"vpc-1\"", "\"vpc-12345678\"", "\"${aws:username}\"", "\"${\"", "\"${aws:usernam, x}\"",
        "\"${ a }${}\"", "\"a\\u007d\\\"\\n\"", "null", "{}", "\"2026-01-01 10:00\"", "\"QUJD\"");

    private static readonly Gen<string> s_values =
        s_value.Array[0, 4].Select(values => values.Length == 1 ? values[0] : $"[{string.Join(",", values)}]");

    private static readonly Gen<string> s_condition = Gen.Select(s_key, s_values, (key, values) => $"\"{key}\":{values}").Array[0, 3]
        .Select(keys => $"{{{string.Join(", ", keys)}}}");

    private static readonly Gen<string> s_policy = Gen.Select(
        Choice.Of("\"Version\":\"2012-10-17\",", "\"Version\":\"2008-10-17\",", ""),
        Choice.Of("Allow", "Deny"),
        Choice.Of("\"s3:GetObject\"", "[\"s3:ListBucket\",\"s3:GetObject\"]", "\"s3:*\"", "\"*\""),
        Gen.Select(s_operator, s_condition, (name, keys) => $"\"{name}\": {keys}").Array[0, 4],
        (version, effect, actions, conditions) =>
            $"{{{version}\"Statement\":[{{\"Effect\":\"{effect}\",\"Action\":{actions},\"Resource\":\"arn:aws:s3:::b/${{aws:username}}\","
                + $"\"Condition\":{{{string.Join(",\n", conditions)}}}}}]}}");

    [Fact]
    public void Check_OfAnyConditions_StaysInsideTheText() => s_policy.Sample(
        text =>
        {
            foreach (var finding in PolicyChecks.Check(text, PolicyKind.Identity))
            {
                finding.Span.Start.ShouldBeInRange(0, text.Length);
                finding.Span.End.ShouldBeInRange(finding.Span.Start, text.Length);
                finding.Message.Length.ShouldBeLessThan(500);
            }
        },
        iter: Runs.Of(3_000));

    [Fact]
    public void Edit_OfAnyFinding_RemovesItAndLeavesAPolicyThatParsesAsWell() => s_policy.Sample(
        text =>
        {
            var findings = PolicyChecks.Check(text, PolicyKind.Identity);
            foreach (var finding in findings.Where(finding => finding.Edit is not null))
            {
                var changed = finding.Edit!.ApplyTo(text);

                PolicyChecks.Check(changed, PolicyKind.Identity).Count(other => other.Code == finding.Code)
                    .ShouldBeLessThan(findings.Count(other => other.Code == finding.Code), $"{finding.Code}: {changed}");
                PolicyDocument.Parse(changed, PolicyKind.Identity).Faults.Length
                    .ShouldBeLessThanOrEqualTo(PolicyDocument.Parse(text, PolicyKind.Identity).Faults.Length, $"{finding.Code}: {changed}");
            }
        },
        iter: Runs.Of(3_000));

    [Theory]
    [InlineData("\"${\"", 400_000)]
    [InlineData("\"${a,'\"", 200_000)]
    [InlineData("\"${aws:x, 'y}\"", 50_000)]
    public void Check_OfAPileOfVariables_Ends(string piece, int count)
    {
        var value = string.Concat(Enumerable.Repeat(piece.Trim('"'), count));

        PolicyChecks.Check(
            $"{{\"Version\":\"2012-10-17\",\"Statement\":[{{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"{value}\"}}]}}",
            PolicyKind.Identity).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("\"StringEquals{0}\":{\"aws:SourceIpp\":\"a*\"}", 40_000)]
    [InlineData("\"NullIfExists\":{\"aws:TagKeys\":[]}", 60_000)]
    [InlineData("\"ForAllValues:StringEquals\":{\"aws:TagKeys\":[\"a\",\"a\"],\"aws:VpcSourceIp\":\"b\"}", 30_000)]
    [InlineData("\"IpAddress\":{\"aws:SourceIp\":[\"10.0.0.0/8\",\"10.0.0.1\",\"203.0.113.1/24\"]}", 30_000)]
    public void Check_OfAPileOfConditions_Ends(string piece, int count)
    {
        var conditions = string.Join(',', Enumerable.Range(0, count).Select(i => piece.Replace("{0}", $"{i}", StringComparison.Ordinal)));

        PolicyChecks.Check(
            $"{{\"Version\":\"2012-10-17\",\"Statement\":[{{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":"
                + $"{{{conditions}}}}}]}}",
            PolicyKind.Identity).ShouldNotBeEmpty();
    }

    [Fact]
    public void Check_OfManyKeysOfOneOperator_Ends()
    {
        var keys = string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"aws:sourceIp{i}\":[\"10.0.0.{i % 256}\",true]"));

        PolicyChecks.Check(
            $"{{\"Version\":\"2012-10-17\",\"Statement\":[{{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":"
                + $"{{\"IpAddress\":{{{keys}}}}}}}]}}",
            PolicyKind.Identity).ShouldNotBeEmpty();
    }
}
