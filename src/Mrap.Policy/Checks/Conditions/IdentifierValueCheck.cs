using System.Collections.Immutable;
using Mrap.Policy.Arns;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Principals;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether identifiers in conditions have the form of what they name.</summary>
internal sealed class IdentifierValueCheck : IPolicyCheck
{
    private const int ShortId = 8;
    private const int LongId = 17;

    private static readonly CheckRule s_vpc = new("INVALID_VPC_FORMAT", FindingLevel.Error, "a value is not the identifier of a VPC");
    private static readonly CheckRule s_vpce =
        new("INVALID_VPCE_FORMAT", FindingLevel.Error, "a value is not the identifier of a VPC endpoint");
    private static readonly CheckRule s_kms = new("INVALID_KMS_KEY_VALUE", FindingLevel.Error, "a value is not the ARN of a KMS key");
    private static readonly CheckRule s_region = new("INVALID_REGION", FindingLevel.Error, "a value is not the code of a Region");
    private static readonly CheckRule s_account =
        new("INVALID_ACCOUNT_IN_CONDITION", FindingLevel.Warning, "a value is not an account's number", IsOwn: true);

    public ImmutableArray<CheckRule> Rules => [s_vpc, s_vpce, s_kms, s_region, s_account];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var condition in policy.Conditions)
        {
            if (condition.Operator.Family is not (ConditionFamily.Text or ConditionFamily.Arn) || condition.Key is not { } key)
            {
                continue;
            }

            foreach (var value in condition.Clause.Values)
            {
                // what has wildcards or variables stands for many, or is reported as such
                if (!PolicyVariable.IsIn(value.Text) && value.Text.AsSpan().IndexOfAny('*', '?') < 0)
                {
                    Check(
                        key.Name,
                        condition.Operator.Match == TextMatch.IgnoreCase ? value with { Text = value.Text.ToLowerInvariant() } : value,
                        findings);
                }
            }
        }
    }

    private static void Check(string key, ConditionValue value, FindingList findings)
    {
        var shown = DisplayText.Quote(value.Text);
        switch (key)
        {
            case "aws:SourceVpc" or "aws:Ec2InstanceSourceVpc" when !IsId(value.Text, "vpc-"):
                findings.Add(
                    s_vpc, $"{shown} is not the identifier of a VPC", "write `vpc-` and its 8 or 17 letters and digits", value.Span);
                break;
            case "aws:SourceVpce" when !IsId(value.Text, "vpce-"):
                findings.Add(
                    s_vpce, $"{shown} is not the identifier of a VPC endpoint", "write `vpce-` and its 8 or 17 letters and digits",
                    value.Span);
                break;
            case "s3:x-amz-server-side-encryption-aws-kms-key-id" when !IsKmsKey(value.Text):
                findings.Add(s_kms, $"{shown} is not the ARN of a KMS key", "write it as `arn:aws:kms:region:account:key/id`", value.Span);
                break;
            case "aws:PrincipalServiceName" or "aws:PrincipalServiceNamesList" or "aws:CalledVia" or "aws:CalledViaFirst"
                or "aws:CalledViaLast"
                when !PrincipalNameCheck.IsService(value.Text):
                findings.Add(
                    PrincipalNameCheck.ServiceFormat, $"{shown} is not a service principal", "write it as `name.amazonaws.com`",
                    value.Span);
                break;
            case "aws:RequestedRegion" when !IsRegion(value.Text):
                findings.Add(s_region, $"{shown} is not the code of a Region", "write a code such as `us-east-1`", value.Span);
                break;
            case "s3:DataAccessPointAccount" or "s3:ResourceAccount" or "aws:PrincipalAccount" or "aws:ResourceAccount"
                or "aws:SourceAccount" or "aws:SourceOwner"
                when !IsAccount(value.Text):
                findings.Add(s_account, $"{shown} is not an account's number", "write its twelve digits in a string", value.Span);
                break;
        }
    }

    private static bool IsId(string text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal) || text.Length - prefix.Length is not (ShortId or LongId))
        {
            return false;
        }

        foreach (var c in text.AsSpan(prefix.Length))
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRegion(string text) => text == "aws-global" || AwsRegions.IsKnown(text);

    private static bool IsKmsKey(string text) =>
        Arn.Parse(text).TryGet(out var arn)
            && arn is { Service: "kms", Region: not "", Account: not "", Resource.Length: > 4 }
            && arn.Resource.StartsWith("key/", StringComparison.Ordinal);

    private static bool IsAccount(string text) => text.Length == 12 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
