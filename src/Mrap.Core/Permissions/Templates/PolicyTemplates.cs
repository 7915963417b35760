using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Arns;
using Mrap.Policy.Editing;

namespace Mrap.Core.Permissions.Templates;

/// <summary>The templates of the policy editor (AWS page "Configuring IAM policies for using access points").</summary>
public static class PolicyTemplates
{
    private const int LongestPrefix = 256;

    private static readonly TemplateField s_account =
        new("Account", "444455556666", value => AccountId.Parse(value) is { IsValid: false, Faults: [var fault, ..] } ? fault : null);

    private static readonly TemplateField s_prefix = new(
        "Prefix",
        "reports/",
        value =>
            value.Length is 0 or > LongestPrefix
                ? "a prefix has 1 to 256 characters here"
                : value.AsSpan().ContainsAny("*?$")
                ? "wildcards and `$` are not part of a prefix"
                : null);

    private static readonly TemplateField s_endpoint = new(
        "VPC endpoint",
        "vpce-0123456789abcdef0",
        value =>
            value.StartsWith("vpce-", StringComparison.Ordinal) && value.Length > 5 && value.Skip(5).All(char.IsAsciiHexDigitLower)
                ? null
                : "an endpoint's id begins with `vpce-`, then hexadecimal digits");

    private static readonly TemplateField s_role = new(
        "Role ARN",
        "arn:aws:iam::111122223333:role/name",
        value =>
            Arn.Parse(value).TryGet(out var arn)
                && arn is { Partition: "aws", Service: "iam", Region: "" }
                && AccountId.Parse(arn.Account.ToString()).IsValid
                && arn.Resource.StartsWith("role/", StringComparison.Ordinal)
                && !value.AsSpan().ContainsAny("*?$ ")
            ? null
            : "a role's ARN is `arn:aws:iam::` with twelve digits, then `:role/` and the name");

    /// <summary>The templates in the order in which they are offered.</summary>
    public static ImmutableArray<PolicyTemplate> All { get; } =
    [
        new(
            "own-read",
            "Read, own account",
            "The account that owns the access point may read and list. Its identity policies still have their say.",
            Field: null,
            (accessPoint, _) =>
                [
                    Objects("ReadObjects", Account(accessPoint.Owner), accessPoint, "s3:GetObject"),
                    List("ListObjects", Account(accessPoint.Owner), accessPoint)]),
        new(
            "own-read-write",
            "Read and write, own account",
            "The example of the launch article: reading and writing objects, without listing.",
            Field: null,
            (accessPoint, _) => [Objects("Default", Account(accessPoint.Owner), accessPoint, "s3:GetObject", "s3:PutObject")]),
        new(
            "other-read",
            "Read, another account",
            "Another account may read and list. The identity policies of its users and the policy of every bucket must allow it as well.",
            s_account,
            (accessPoint, account) =>
                [
                    Objects("ReadFromOtherAccount", Account(account), accessPoint, "s3:GetObject"),
                    List("ListFromOtherAccount", Account(account), accessPoint)]),
        new(
            "prefix-read",
            "List and read one prefix",
            "The own account may list and read what begins with the prefix, and nothing else by this statement.",
            s_prefix,
            (accessPoint, prefix) =>
            [
                Statement(
                    "ReadPrefix", "Allow", Account(accessPoint.Owner), "\"s3:GetObject\"", Text($"{accessPoint.Arn}/object/{prefix}*")),
                Statement(
                    "ListPrefix", "Allow", Account(accessPoint.Owner), "\"s3:ListBucket\"", Text(accessPoint.Arn.ToString()),
                    $"{{ \"StringLike\": {{ \"s3:prefix\": {Text(prefix + "*")} }} }}"),
            ]),
        new(
            "vpc-only",
            "Only from a VPC endpoint",
            "Denies whatever does not come through the endpoint, this console included. It allows nothing by itself.",
            s_endpoint,
            (accessPoint, endpoint) =>
                [
                    Everything(
                        "DenyOutsideOfEndpoint", accessPoint, $"{{ \"StringNotEquals\": {{ \"aws:SourceVpce\": {Text(endpoint)} }} }}")]),
        new(
            "tls-only",
            "Only over TLS",
            "Denies requests over plain HTTP. It allows nothing by itself.",
            Field: null,
            (accessPoint, _) => [Everything("DenyPlainHttp", accessPoint, "{ \"Bool\": { \"aws:SecureTransport\": \"false\" } }")]),
        new(
            "one-role",
            "Deny all but one role",
            "Denies everyone but sessions of the role, administrators included. It allows nothing by itself.",
            s_role,
            (accessPoint, role) =>
                [Everything("DenyAllButOneRole", accessPoint, $"{{ \"ArnNotEquals\": {{ \"aws:PrincipalArn\": {Text(role)} }} }}")]),
        new(
            "deny-all",
            "Deny everything",
            "Closes the access point. A policy cannot be removed, so this is how one is put out of use; the buckets stay reachable by "
                + "their own names.",
            Field: null,
            (accessPoint, _) => [Everything("DenyEverything", accessPoint, condition: null)]),
    ];

    private static string Objects(string sid, string principal, AccessPoint accessPoint, params string[] actions) =>
        Statement(
            sid, "Allow", principal, actions.Length == 1 ? Text(actions[0]) : $"[{string.Join(", ", actions.Select(Text))}]",
            Text($"{accessPoint.Arn}/object/*"));

    private static string List(string sid, string principal, AccessPoint accessPoint) =>
        Statement(sid, "Allow", principal, "\"s3:ListBucket\"", Text(accessPoint.Arn.ToString()));

    private static string Everything(string sid, AccessPoint accessPoint, string? condition) =>
        Statement(
            sid, "Deny", "\"*\"", "\"s3:*\"", $"[{Text(accessPoint.Arn.ToString())}, {Text($"{accessPoint.Arn}/object/*")}]", condition);

    private static string Statement(
        string sid, string effect, string principal, string actions, string resources, string? condition = null) =>
        $$"""{ "Sid": "{{sid}}", "Effect": "{{effect}}", "Principal": {{principal}}, "Action": {{actions}},"""
            + $$""" "Resource": {{resources}}{{(condition is null ? string.Empty : $", \"Condition\": {condition}")}} }""";

    private static string Account(AccountId account) => Account(account.Value);

    private static string Account(string account) => $$"""{ "AWS": "{{account}}" }""";

    private static string Text(string text) => PolicyTextEdits.Quote(text);
}
