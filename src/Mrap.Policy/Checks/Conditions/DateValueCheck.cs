using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether instants in conditions are written so that no one can mistake them.</summary>
internal sealed class DateValueCheck : IPolicyCheck
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss'Z'";
    private const int LeastMillisecondDigits = 12;

    // the end of the year 9999
    private const long LastSecond = 253_402_300_799;

    private static readonly CheckRule s_mismatch = new("TYPE_MISMATCH_DATE", FindingLevel.Warning, "a value is not an instant");
    private static readonly CheckRule s_doubtful =
        new("INVALID_DATE_VALUE", FindingLevel.Warning, "an instant is written as a number, or without its day");

    public ImmutableArray<CheckRule> Rules => [s_mismatch, s_doubtful];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var condition in policy.Conditions)
        {
            if (condition.Operator.Family == ConditionFamily.Date)
            {
                foreach (var value in condition.Clause.Values)
                {
                    Check(value, findings);
                }
            }
        }
    }

    private static void Check(ConditionValue value, FindingList findings)
    {
        var text = value.Text;
        if (PolicyVariable.IsIn(text))
        {
            return;
        }

        var digits = text.StartsWith('-') ? text.AsSpan(1) : text;
        if (digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') && digits.Length != 4)
        {
            CheckEpoch(value, digits.Length, findings);
        }
        else if (!InstantValue.TryRead(text, out _))
        {
            findings.Add(
                s_mismatch,
                $"{DisplayText.Quote(text)} is not an instant, so that no request compares with it",
                "write it as `2026-01-31T12:00:00Z`",
                value.Span,
                Repair(text) is { } repaired ? ConditionEdits.Replace(value, repaired) : null);
        }
        else if (text.Length is 4 or 7)
        {
            var full = text.Length == 4 ? text + "-01-01" : text + "-01";
            findings.Add(
                s_doubtful, $"{DisplayText.Quote(text)} means the start of {DisplayText.Quote(full)}", "write the day too", value.Span,
                ConditionEdits.Replace(value, full));
        }
    }

    private static void CheckEpoch(ConditionValue value, int digits, FindingList findings)
    {
        var isMilliseconds = digits >= LeastMillisecondDigits;
        var isRead = long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        var seconds = isMilliseconds ? number / 1000 : number;
        var date = isRead && Math.Abs(seconds) <= LastSecond && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString(Format, CultureInfo.InvariantCulture)
            : null;
        findings.Add(
            s_doubtful,
            isMilliseconds
                ? $"{DisplayText.Quote(value.Text)} is read as seconds since 1970 and looks like milliseconds"
                : $"{DisplayText.Quote(value.Text)} is read as seconds since 1970",
            date is null ? "write it as `2026-01-31T12:00:00Z`" : $"write {DisplayText.Quote(date)}",
            value.Span,
            date is null ? null : ConditionEdits.Replace(value, date));
    }

    // what people write most often: a blank for the T, no zone
    private static string? Repair(string text)
    {
        var repaired = text.Trim().Replace(' ', 'T');
        return InstantValue.TryRead(repaired, out _) ? repaired
            : InstantValue.TryRead(repaired + "Z", out _) ? repaired + "Z"
            : null;
    }
}
