using Mrap.Sandbox.CloudWatch.Alarms;

namespace Mrap.Sandbox.Tests.CloudWatch;

/// <summary>The tables of the page "Configuring how CloudWatch alarms treat missing data": X is outside, 0 inside, - missing.</summary>
public sealed class AlarmRuleTests
{
    private const string Kept = "kept";

    [Theory]
    [InlineData("0 - X - X", "OK", "OK", "OK", "OK")]
    [InlineData("0 0 0 0 0", "OK", "OK", "OK", "OK")]
    [InlineData("0 - - - -", "OK", Kept, "OK", "OK")]
    [InlineData("- - - - -", "INSUFFICIENT_DATA", Kept, "ALARM", "OK")]
    [InlineData("0 X X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("- - X - -", "ALARM", Kept, "ALARM", "OK")]
    [InlineData("- - - - X", Kept, Kept, "ALARM", "OK")]
    public void State_WithMissingData_FollowsTheTable(
        string values, string missing, string ignore, string breaching, string notBreaching) => new[]
        {
            State(values, "missing"), State(values, "ignore"), State(values, "breaching"), State(values, "notBreaching"),
        }.ShouldBe([missing, ignore, breaching, notBreaching]);

    [Theory]
    [InlineData("0 0 X 0 X", "ALARM")]
    [InlineData("0 0 X 0 0", "OK")]
    [InlineData("X X 0 0 X", "OK")]
    public void State_WithTwoOfThree_LooksAtTheNewestThree(string values, string expected) =>
        State(values, "missing", toAlarm: 2).ShouldBe(expected);

    [Theory]
    [InlineData("GreaterThanThreshold", 5, false)]
    [InlineData("GreaterThanOrEqualToThreshold", 5, true)]
    [InlineData("LessThanThreshold", 5, false)]
    [InlineData("LessThanOrEqualToThreshold", 5, true)]
    [InlineData("GreaterThanThreshold", 6, true)]
    [InlineData("LessThanThreshold", 4, true)]
    public void Comparison_IsWhatItsNameSays(string comparison, double value, bool isBreaching) =>
        new AlarmRule(60, 1, 1, comparison, 5, "missing").IsBreaching(value).ShouldBe(isBreaching);

    private static string State(string values, string treat, int toAlarm = 3) =>
        new AlarmRule(60, 3, toAlarm, "GreaterThanThreshold", 0.5, treat).Evaluate(
            [.. values.Split(' ').Select(value => value switch { "X" => 1, "0" => 0, _ => (double?)null })], Kept);
}
