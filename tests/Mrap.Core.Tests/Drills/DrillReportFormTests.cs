using System.Text.Json;
using CsCheck;
using Mrap.Core.Drills.Reports;
using static Mrap.Core.Tests.Drills.DrillSamples;

namespace Mrap.Core.Tests.Drills;

public sealed class DrillReportFormTests
{
    private static readonly DrillReport s_report = DrillReport.Of(Plan, Timeline(
        Read(1, Virginia), Write(2, Virginia, "k"), Read(33, null, status: null, milliseconds: 2000), Read(40, Ireland),
        Read(95, Virginia)));

    [Fact]
    public void Json_ReadBack_IsTheSameReport() => DrillTimelines.Any.Sample(timeline =>
    {
        var report = DrillReport.Of(Plan, timeline);

        var read = DrillReportJson.Read(DrillReportJson.Write(report));

        read.Fault.ShouldBeNull();
        read.Report.ShouldBe(report);
        DrillReportJson.Write(read.Report!).ShouldBe(DrillReportJson.Write(report));
    });

    // people's pipelines read these names
    [Fact]
    public void Json_Names_AreStable()
    {
        using var json = JsonDocument.Parse(DrillReportJson.Write(s_report));

        var root = json.RootElement;
        root.GetProperty("schema").GetString().ShouldBe("drill-report/1");
        var report = root.GetProperty("report");
        Names(report).ShouldBe("drill accessPoint isComplete verdicts overall stages phases shifts writes intervals passed");
        Names(report.GetProperty("verdicts")[0]).ShouldBe("kind phase wanted measured passed");
        Names(report.GetProperty("overall")).ShouldBe("requests errors notReplicated latency regions errorShare");
        Names(report.GetProperty("overall").GetProperty("latency")).ShouldBe("p50Ms p95Ms maxMs");
        Names(report.GetProperty("overall").GetProperty("regions")[0]).ShouldBe("region requests share");
        Names(report.GetProperty("stages")[0]).ShouldBe("stage figures");
        Names(report.GetProperty("phases")[0]).ShouldBe("name stage action startSeconds endSeconds figures");
        Names(report.GetProperty("shifts")[0]).ShouldBe("phase action lostRegions secondsToShift secondsToRecover");
        Names(report.GetProperty("writes")).ShouldBe("acknowledged singleRegion lost singleRegionKeys lostKeys");
        report.GetProperty("stages")[1].GetProperty("stage").GetString().ShouldBe("during");
        report.GetProperty("verdicts")[2].GetProperty("kind").GetString().ShouldBe("phaseErrors");
        report.GetProperty("shifts")[0].GetProperty("lostRegions")[0].GetString().ShouldBe("us-east-1");
    }

    [Theory]
    [InlineData("", "line 1: the text is not a drill report")]
    [InlineData("null", "the report does not say its schema: it must have `\"schema\": \"drill-report/1\"`")]
    [InlineData("{}", "the report does not say its schema: it must have `\"schema\": \"drill-report/1\"`")]
    [InlineData("{\"schema\":\"drill-report/2\"}", "the schema must be `drill-report/1`, not `drill-report/2`")]
    [InlineData("{\"schema\":\"drill-report/1\"}", "line 1: the text is not a drill report")]
    [InlineData("{\"schema\":\"drill-report/1\",\n\"report\":[]}", "line 2: the text is not a drill report at `$.report`")]
    [InlineData("{\"schema\":\"drill-report/1\",\"report\":null}", "line 1: the text is not a drill report at `$.report`")]
    public void Json_OfSomethingElse_IsAFault(string json, string fault)
    {
        var read = DrillReportJson.Read(json);

        read.Report.ShouldBeNull();
        read.Fault.ShouldBe(fault);
    }

    [Theory]
    [InlineData("\"stage\": \"during\"", "\"stage\": 1")]
    [InlineData("\"stage\": \"during\"", "\"stage\": \"later\"")]
    [InlineData("\"us-east-1\"", "\"mars\"")]
    [InlineData("\"requests\": 5", "\"requests\": null")]
    [InlineData("\"singleRegionKeys\": []", "\"singleRegionKeys\": null")]
    [InlineData("\"singleRegionKeys\": []", "\"singleRegionKeys\": [null]")]
    [InlineData("\"drill\": \"Region lost\",", "")]
    public void Json_WithAWrongValue_IsAFault(string from, string to)
    {
        var json = DrillReportJson.Write(s_report);

        json.ShouldContain(from);
        DrillReportJson.Read(json.Replace(from, to, StringComparison.Ordinal)).Fault.ShouldNotBeNull();
    }

    [Fact]
    public void Json_AnyText_NeverThrows() => Gen.Select(Gen.Int[0, 2000], Gen.String[0, 5]).Sample((at, text) =>
    {
        var json = DrillReportJson.Write(s_report);
        var read = DrillReportJson.Read(json.Insert(Math.Min(at, json.Length), text));

        (read.Report is null).ShouldBe(read.Fault is not null);
        if (read.Report is { } report)
        {
            DrillReportMarkdown.Write(report).ShouldNotBeEmpty();
        }
    });

    [Fact]
    public void Markdown_OfAReport_BeginsWithTheVerdict() => DrillReportMarkdown.Write(s_report).ShouldBe(
        """
        # Region lost: failed

        Access point photos. 4 of 5 objectives hold.

        | Objective | Wanted | Measured | Result |
        | --- | --- | --- | --- |
        | time to recover | at most 20.0 s | 4.0 s | passed |
        | errors over all phases | at most 20% | 20% | passed |
        | errors in phase baseline | at most 0% | 0% | passed |
        | acknowledged writes lost | at most 0 | 1 | failed |
        | p95 latency during | at most 800 ms | 100 ms | passed |

        ## Before, during and after

        |  | Requests | Errors | Not yet replicated | Median | p95 | Slowest | Served by |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | before | 2 | 0 (0%) | 0 | 100 ms | 100 ms | 100 ms | us-east-1 100% |
        | during | 2 | 1 (50%) | 0 | 100 ms | 100 ms | 100 ms | eu-west-1 100% |
        | after | 1 | 0 (0%) | 0 | 100 ms | 100 ms | 100 ms | us-east-1 100% |
        | all | 5 | 1 (20%) | 0 | 100 ms | 100 ms | 100 ms | eu-west-1 25%, us-east-1 75% |

        ## Phases

        | Phase | From | To | Action | Requests | Errors | Not yet replicated | Median | p95 | Slowest | Served by |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | baseline | 0.0 s | 30.0 s | none | 2 | 0 (0%) | 0 | 100 ms | 100 ms | 100 ms | us-east-1 100% |
        | fault | 30.0 s | 90.0 s | us-east-1 goes down | 2 | 1 (50%) | 0 | 100 ms | 100 ms | 100 ms | eu-west-1 100% |
        | recovery | 90.0 s | 120.0 s | us-east-1 comes up | 1 | 0 (0%) | 0 | 100 ms | 100 ms | 100 ms | us-east-1 100% |

        ## How the traffic shifted

        | Phase | Action | Last served by what was lost | Last error |
        | --- | --- | --- | --- |
        | fault | us-east-1 goes down | none after it | after 4.0 s |
        | recovery | us-east-1 comes up | – | none after it |

        ## Writes

        | Acknowledged | In one Region only | Lost |
        | --- | --- | --- |
        | 1 | 0 | 1 |

        Lost: k

        """);

    [Fact]
    public void Markdown_WithAnEarlierReport_PrintsWhatChanged()
    {
        DrillReportMarkdown.Write(s_report, s_report).ShouldEndWith("\n## Since the earlier report\n\nEvery figure is the same.\n");
        DrillReportMarkdown.Write(s_report, s_report with { Writes = s_report.Writes with { Lost = 3 } }).ShouldEndWith(
            "| writes | lost | 3 | 1 | -2 |\n");
    }

    [Fact]
    public void Markdown_HostileNames_StayInTheirCells()
    {
        var markdown = DrillReportMarkdown.Write(s_report with { Drill = "a|b\n# <script>`[x](y)" });

        markdown.ShouldStartWith("# a\\|b\\\\u000a\\# \\<script\\>\\`\\[x\\](y): failed\n");
    }

    [Theory]
    [InlineData(0, DrillUnit.Share, "0%")]
    [InlineData(0.00001, DrillUnit.Share, "below 0.01%")]
    [InlineData(0.12345, DrillUnit.Share, "12.35%")]
    [InlineData(1234, DrillUnit.Count, "1,234")]
    [InlineData(1.5, DrillUnit.Seconds, "1.5 s")]
    [InlineData(1234.56, DrillUnit.Milliseconds, "1,234.6 ms")]
    public void Format_Figure_HasItsUnit(double value, DrillUnit unit, string text) => DrillReportText.Format(value, unit).ShouldBe(text);

    private static string Names(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(member => member.Name));
}
