using CsCheck;
using Mrap.Sandbox.CloudWatch.MetricMath;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Tests.CloudWatch;

public sealed class MetricMathTests
{
    private const double None = double.NaN;

    private static readonly Dictionary<string, TimeSeries> s_metrics = new()
    {
        ["m1"] = Series("m1", 30, 20, 0, 0),
        ["m2"] = Series("m2", 20, None, 20, None),
        ["m3"] = Series("m3", 1, 2, 4, 8),
        ["c1"] = Series("c1", 1, 1, 0, 0, None),
        ["t1"] = Series("t1", 30, None, 0, 0, 30),
        ["f1"] = Series("f1", 0, 0, 20, None, 20),
    };

    [Theory]
    [InlineData("m1 + m2", "50 20 20 0 -")]
    [InlineData("m1 * 2 - 1", "59 39 -1 -1 -")]
    [InlineData("100 / m1", "3.3333333333333335 5 - - -")]
    [InlineData("-m3 ^ 2", "-1 -4 -16 -64 -")]
    [InlineData("2 ^ 3 ^ 2 + 0 * m3", "512 512 512 512 -")]
    [InlineData("1 + 2 * 3 + 0 * m3", "7 7 7 7 -")]
    [InlineData("(m1 < m2)", "0 0 1 0 -")]
    [InlineData("(m1 >= 30)", "1 0 0 0 -")]
    [InlineData("m1 > 15 AND m2 > 15", "1 0 0 0 -")]
    [InlineData("m1 > 25 || m2 > 15", "1 0 1 0 -")]
    [InlineData("IF(c1, t1, f1)", "30 0 20 - -")]
    [InlineData("IF(c1, 5, f1)", "5 5 20 - -")]
    [InlineData("IF(c1, t1, 5)", "30 0 5 5 -")]
    [InlineData("IF(m3 > 3, m3)", "- - 4 8 -")]
    [InlineData("FILL(m2, 0)", "20 0 20 0 0")]
    [InlineData("FILL(m2, REPEAT)", "20 20 20 20 20")]
    [InlineData("FILL(t1, LINEAR)", "30 15 0 0 30")]
    [InlineData("FILL(m2, m3)", "20 2 20 8 -")]
    [InlineData("DIFF(m3)", "- 1 2 4 -")]
    [InlineData("RATE(m3)", "- 0.016666666666666666 0.03333333333333333 0.06666666666666667 -")]
    [InlineData("DIFF_TIME(m2)", "- - 120 - -")]
    [InlineData("RUNNING_SUM(m3)", "1 3 7 15 -")]
    [InlineData("m3 / PERIOD(m3) * 60", "1 2 4 8 -")]
    [InlineData("m3 - AVG(m3)", "-2.75 -1.75 0.25 4.25 -")]
    [InlineData("SUM([m1, m2])", "50 20 20 0 -")]
    [InlineData("AVG([m1, m2])", "25 10 10 0 -")]
    [InlineData("MAX([m1, m3])", "30 20 4 8 -")]
    [InlineData("MIN([m1, m3])", "1 2 0 0 -")]
    [InlineData("SUM(METRICS(\"m\"))", "51 22 24 8 -")]
    [InlineData("SUM(METRICS(\"m\") * 2) / METRIC_COUNT(METRICS(\"m\"))", "34 14.666666666666666 16 5.333333333333333 -")]
    [InlineData("ABS(CEIL(-m3 / 3))", "0 0 1 2 -")]
    [InlineData("FLOOR(m3 / 3)", "0 0 1 2 -")]
    [InlineData("TIME_SERIES(MAX(m3))", "8 8 8 8 8")]
    public void Expression_ComesToWhatTheUserGuideSays(string text, string expected) => Shown(Evaluate(text)).ShouldBe(expected);

    [Theory]
    [InlineData("SEARCH('{AWS/S3,BucketName} x', 'Sum', 60)")]
    [InlineData("ANOMALY_DETECTION_BAND(m1)")]
    public void Function_ThatIsNotServed_SaysSo(string text) =>
        Should.Throw<ServiceException>(() => Evaluate(text)).Message.ShouldContain("not served");

    [Theory]
    [InlineData("")]
    [InlineData("m1 +")]
    [InlineData("m9")]
    [InlineData("sum(m1)")]
    [InlineData("m1 $ m2")]
    [InlineData("[1, 2]")]
    [InlineData("METRICS() + METRICS()")]
    [InlineData("'text'")]
    [InlineData("SUM(m1, m2)")]
    public void Expression_ThatIsWrong_IsRefused(string text) =>
        Should.Throw<ServiceException>(() => Evaluate(text)).Error.Status.ShouldBe(400);

    [Theory]
    [InlineData("(", 1000)]
    [InlineData("[", 1000)]
    [InlineData("-(", 900)]
    [InlineData("ABS(", 500)]
    [InlineData("2^", 1000)]
    [InlineData("m1+", 680)]
    public void Expression_ThatIsTooDeepOrLong_IsRefused(string part, int times) =>
        Should.Throw<ServiceException>(() => Evaluate(string.Concat(Enumerable.Repeat(part, times)) + "1")).Error.Status.ShouldBe(400);

    [Fact]
    public void Arithmetic_AgreesWithAPlainRecomputation() =>
        Gen.Double[-1000, 1000].Array[5].Select(Gen.Double[-1000, 1000].Array[5]).Sample((a, b) =>
        {
            var scope = ScopeOf(new() { ["a"] = Series("a", a), ["b"] = Series("b", b) });

            var value = new MathEvaluator(scope).Evaluate(MathParser.Parse("(a + b) * a - b / 2"));

            value.ShouldBeOfType<MathValue.Single>().Series.Values.ShouldBe(a.Zip(b, (x, y) => ((x + y) * x) - (y / 2)));
        });

    private static MathValue Evaluate(string text) => new MathEvaluator(ScopeOf(s_metrics)).Evaluate(MathParser.Parse(text));

    private static MathScope ScopeOf(Dictionary<string, TimeSeries> metrics) => new(
        id => metrics.TryGetValue(id, out var found) ? new MathValue.Single(found) : null,
        text => [.. metrics.Where(entry => entry.Key.Contains(text, StringComparison.Ordinal)).Select(entry => entry.Value)],
        0,
        300,
        new MathBudget(),
        60);

    private static TimeSeries Series(string label, params double[] values) =>
        TimeSeries.Of(label, 60, [.. Enumerable.Range(0, values.Length).Select(i => i * 60L)], i => values[i]);

    private static string Shown(MathValue value)
    {
        var series = value.ShouldBeOfType<MathValue.Single>().Series;
        return string.Join(' ', Enumerable.Range(0, 5).Select(i => series.At(i * 60) is { } v ? $"{(v == 0 ? 0 : v):R}" : "-"));
    }
}
