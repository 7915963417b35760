using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether addresses in conditions are ranges, and such as a request can come from.</summary>
internal sealed class IpValueCheck : IPolicyCheck
{
    private static readonly CheckRule s_mismatch =
        new("TYPE_MISMATCH_IP_RANGE", FindingLevel.Error, "a value is neither an address nor a range in CIDR form");
    private static readonly CheckRule s_improve =
        new("IMPROVE_IP_RANGE", FindingLevel.Suggestion, "a range has bits behind its prefix, which do not count");
    private static readonly CheckRule s_private =
        new("PRIVATE_IP_ADDRESS", FindingLevel.Error, "aws:SourceIp is compared with private addresses only");
    private static readonly CheckRule s_privateNot =
        new("PRIVATE_NOT_IP_ADDRESS", FindingLevel.Error, "aws:SourceIp is told from private addresses only");
    private static readonly CheckRule s_subset =
        new("PRIVATE_IP_ADDRESS_SUBSET", FindingLevel.Suggestion, "aws:SourceIp is compared with private addresses among others");
    private static readonly CheckRule s_subsetNot =
        new("PRIVATE_NOT_IP_ADDRESS_SUBSET", FindingLevel.Suggestion, "aws:SourceIp is told from private addresses among others");

    // RFC 1918 and RFC 4193
    private static readonly ImmutableArray<IpRange> s_privateRanges =
        [Range("10.0.0.0/8"), Range("172.16.0.0/12"), Range("192.168.0.0/16"), Range("fc00::/7")];

    public ImmutableArray<CheckRule> Rules => [s_mismatch, s_improve, s_private, s_privateNot, s_subset, s_subsetNot];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var condition in policy.Conditions)
        {
            if (condition.Operator.Family != ConditionFamily.Ip)
            {
                continue;
            }

            foreach (var value in condition.Clause.Values)
            {
                CheckRange(value, findings);
            }

            if (condition.Key?.Name == "aws:SourceIp")
            {
                CheckPrivate(condition, findings);
            }
        }
    }

    private static void CheckRange(ConditionValue value, FindingList findings)
    {
        if (PolicyVariable.IsIn(value.Text))
        {
            return;
        }

        if (!IpRange.TryRead(value.Text, out var range))
        {
            findings.Add(
                s_mismatch, $"{DisplayText.Quote(value.Text)} is neither an address nor a range",
                "write it as `203.0.113.0/24` or `2001:db8::/32`", value.Span);
            return;
        }

        var slash = value.Text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0 && IpRange.TryRead(value.Text.AsSpan(0, slash), out var address) && address.First != range.First)
        {
            var network = Print(range);
            findings.Add(
                s_improve,
                $"{DisplayText.Quote(value.Text)} is read as {DisplayText.Quote(network)}: bits behind the prefix do not count",
                $"write {DisplayText.Quote(network)}",
                value.Span,
                ConditionEdits.Replace(value, network));
        }
    }

    private static void CheckPrivate(CheckedCondition condition, FindingList findings)
    {
        ConditionValue? found = null;
        var count = 0;
        foreach (var value in condition.Clause.Values)
        {
            if (IpRange.TryRead(value.Text, out var range) && s_privateRanges.Any(known => known.Contains(range)))
            {
                found ??= value;
                count++;
            }
        }

        if (found is null)
        {
            return;
        }

        var isNegated = condition.Operator.IsNegated;
        if (count == condition.Clause.Values.Length)
        {
            findings.Add(
                isNegated ? s_privateNot : s_private,
                $"`aws:SourceIp` is never a private address, so that the condition {(isNegated ? "always" : "never")} holds",
                "list public addresses, or use `aws:VpcSourceIp` for requests through a VPC endpoint",
                condition.KeyMember.NameSpan,
                ConditionEdits.RenameKey(condition, "aws:VpcSourceIp"));
        }
        else
        {
            findings.Add(
                isNegated ? s_subsetNot : s_subset,
                $"`aws:SourceIp` is never a private address, so that {DisplayText.Quote(found.Text)} has no effect",
                "list public addresses only, and use `aws:VpcSourceIp` for requests through a VPC endpoint",
                condition.KeyMember.NameSpan,
                count == 1 ? ConditionEdits.Remove(condition, found) : null);
        }
    }

    private static string Print(IpRange range)
    {
        if (!range.IsV6)
        {
            var v4 = (uint)range.First;
            return string.Create(
                CultureInfo.InvariantCulture, $"{v4 >> 24}.{(v4 >> 16) & 255}.{(v4 >> 8) & 255}.{v4 & 255}/{range.Length}");
        }

        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, range.First);
        return string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(bytes)}/{range.Length}");
    }

    private static IpRange Range(string text) =>
        IpRange.TryRead(text, out var range) ? range : throw new ArgumentException("not a range", nameof(text));
}
