using Mrap.Aws.Activity;
using Mrap.Testing;
using Mrap.Web.Data.Activity;

namespace Mrap.Web.Tests.Data.Activity;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(" edge ", "\" edge \"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"x\")", "\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\"")]
    [InlineData("a=b", "a=b")]
    public void Cell_IsQuotedWhereItMust_AndNeverAFormula(string? value, string expected) =>
        CsvLine.Write("x", value, "y").ShouldBe($"x,{expected},y\r\n");

    [Fact]
    public void Entry_IsOneLineWithACellForEachColumn()
    {
        var entry = ActivityExample.Entry(
            new DateTimeOffset(2026, 11, 26, 13, 0, 0, TimeSpan.FromHours(1)), "=ada", outcome: ActivityOutcome.Refused, before: "a 100",
            after: "a 0", fault: new ActivityFault("RoleTooLow", "It may not.", RequestId: null));

        ActivityCsv.Line(entry).ShouldBe(
            "2026-11-26T12:00:00.000Z,'=ada,Operator,Change routes,demo,demo,Refused,12,RoleTooLow,It may not.,,"
                + $"0123456789abcdef0123456789abcdef,a 100,a 0,{entry.Id:N}\r\n");
        ActivityCsv.Header.Split(',').Length.ShouldBe(ActivityCsv.Line(entry).Split(',').Length);
    }
}
