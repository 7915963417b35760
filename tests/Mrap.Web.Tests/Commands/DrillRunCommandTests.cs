using System.Text;
using Mrap.Core.Drills.Reports;
using Mrap.Testing;
using Mrap.Web.Commands;

namespace Mrap.Web.Tests.Commands;

/// <summary>The command `drill run` as pipelines call it, against a sandbox whose traffic is played.</summary>
public sealed class DrillRunCommandTests : IAsyncLifetime
{
    private const string Drill = """
        drill: Region lost
        access-point: media
        traffic: { from: { us-east-1: 1 }, requests-per-second: 50, reads: 100%, keys: 1, object-size: 1 }
        phases:
          - { name: baseline, duration: 1s }
          - { name: fault, duration: 1s, set: { us-east-1: { state: down } } }
        objectives: { errors: ERRORS }
        """;

    private const string NoAddress = "--url: must be the HTTP address of a sandbox on this machine, as in `http://localhost:5081`.";

    private static readonly string s_strict = Drill.Replace("ERRORS", "1%", StringComparison.Ordinal);
    private static readonly string s_lenient = Drill.Replace("ERRORS", "90%", StringComparison.Ordinal);

    private readonly string _folder = Directory.CreateTempSubdirectory("mrap-drill-").FullName;
    private SandboxFixture _sandbox = null!;
    private TrafficFront _front = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync();
        await new SandboxClient(_sandbox).CreateAccessPointAsync("media", "eu-west-1", "us-east-1");
        _front = await TrafficFront.StartAsync(_sandbox.Host.HttpPort);
        _front.Sample = (index, prefix, isDown) => TrafficFront.Read(index, prefix + "a", "us-east-1", isDown ? 503 : 200);
    }

    public async ValueTask DisposeAsync()
    {
        await _front.DisposeAsync();
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Drill_WhoseObjectivesHold_EndsWithZeroAndTheReportAsMarkdown()
    {
        var run = await RunAsync(s_lenient, "--markdown", "report.md");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldStartWith("# Region lost: passed\n\nAccess point media.");
        (await File.ReadAllTextAsync(Path.Combine(_folder, "report.md"), TestContext.Current.CancellationToken)).ShouldBe(run.Output);
        run.Errors.ShouldContain("fault (us-east-1 goes down): ");
        run.Errors.ShouldContain("putting everything back: ");
    }

    [Fact]
    public async Task Drill_WhoseObjectiveFails_EndsWithOneAndTheReportAsJson()
    {
        var run = await RunAsync(s_strict, "--json");

        run.ExitCode.ShouldBe(1);
        var report = DrillReportJson.Read(run.Output).Report.ShouldNotBeNull();
        report.Passed.ShouldBeFalse();
        report.IsComplete.ShouldBeTrue();
        report.Intervals.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task File_WithFaults_EndsWithTwoAndTheirLines()
    {
        var run = await RunAsync(
            Drill.Replace("ERRORS", "1000", StringComparison.Ordinal)
                .Replace("duration: 1s }", "duration: soon }", StringComparison.Ordinal));

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldStartWith("-:5: phases[0].duration must be a duration");
        run.Errors.ShouldContain("-:7: objectives.errors must be from 0 to 1");
        _front.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task File_WithARegionThatTheAccessPointLacks_EndsWithTwo()
    {
        var run = await RunAsync(s_strict.Replace("set: { us-east-1", "set: { sa-east-1", StringComparison.Ordinal));

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("names a Region in which the access point has no bucket: `sa-east-1`");
    }

    [Fact]
    public async Task File_ThatIsTooLargeOrMissing_EndsWithTwo()
    {
        (await RunAsync(new string(' ', 300_000))).ShouldBe(new ProductRun(2, "", "-: is larger than 256 KiB." + Environment.NewLine));
        (await RunLineAsync("", "none.yaml")).ShouldBe(new ProductRun(2, "", "none.yaml: there is no such file." + Environment.NewLine));
    }

    [Theory]
    [InlineData("https://localhost:5081", 2, NoAddress)]
    [InlineData("http://example.com", 2, NoAddress)]
    [InlineData("http://127.0.0.1:1", 1, "--url: no sandbox answers at http://127.0.0.1:1.")]
    public async Task Address_WithoutASandbox_IsToldOf(string url, int code, string sentence)
    {
        var run = await RunLineAsync(s_strict, "-", "--url", url);

        run.ShouldBe(new ProductRun(code, "", sentence + Environment.NewLine));
    }

    [Fact]
    public async Task AccessPoint_ThatIsNotThere_EndsWithOneAndASentence()
    {
        var run = await RunAsync(s_strict.Replace("access-point: media", "access-point: other", StringComparison.Ordinal));

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldStartWith("The access point `other` could not be read.");
    }

    [Fact]
    public async Task Stopped_PutsBackAndReportsWithOne()
    {
        using var stop = new CancellationTokenSource();
        _front.OnBegin = _ =>
        {
            stop.CancelAfter(TimeSpan.FromMilliseconds(1400));
            return Task.CompletedTask;
        };

        var run = await RunLineAsync(
            s_lenient.Replace("fault, duration: 1s", "fault, duration: 60s", StringComparison.Ordinal), stop.Token, "-", "--url", Url);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("The drill was not run to its end");
        var regions = await new SandboxClient(_sandbox).SendAsync(
            new WireRequest("GET", "/_sandbox/regions") { IsSigned = false }, TestContext.Current.CancellationToken);
        regions.Text.ShouldNotContain("down");
    }

    [Theory]
    [InlineData("mrap drill: say which command: `run`.", "drill")]
    [InlineData("mrap drill: there is no command `rnu`; did you mean `run`?", "drill", "rnu")]
    [InlineData("mrap drill run: say one FILE; `--help` tells more.", "drill", "run")]
    [InlineData("mrap drill run: there is no option `--jsn`; did you mean `--json`?", "drill", "run", "--jsn", "x")]
    [InlineData("mrap drill run: there is no command `y`; `--help` lists what there is.", "drill", "run", "x", "y")]
    public async Task Words_NotUnderstood_EndWithTwo(string sentence, params string[] arguments) =>
        (await RunAnyAsync("", TestContext.Current.CancellationToken, arguments))
            .ShouldBe(new ProductRun(2, "", sentence + Environment.NewLine));

    [Theory]
    [InlineData("mrap drill [command] [options]", "drill", "--help")]
    [InlineData("mrap drill run <FILE> [options]", "drill", "run", "--help")]
    public async Task Help_AtEveryLevel_TellsHowToWriteIt(string usage, params string[] arguments)
    {
        var run = await RunAnyAsync("", TestContext.Current.CancellationToken, arguments);

        (run.ExitCode, run.Errors).ShouldBe((0, ""));
        run.Output.ShouldContain(usage);
    }

    private string Url => $"http://127.0.0.1:{_front.Port}";

    private Task<ProductRun> RunAsync(string yaml, params string[] options) => RunLineAsync(yaml, ["-", "--url", Url, .. options]);

    private Task<ProductRun> RunLineAsync(string yaml, params string[] words) =>
        RunLineAsync(yaml, TestContext.Current.CancellationToken, words);

    private Task<ProductRun> RunLineAsync(string yaml, CancellationToken cancellationToken, params string[] words) =>
        RunAnyAsync(yaml, cancellationToken, ["drill", "run", .. words]);

    private async Task<ProductRun> RunAnyAsync(string yaml, CancellationToken cancellationToken, params string[] words)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var files = new CaseFiles(() => new MemoryStream(Encoding.UTF8.GetBytes(yaml)), _folder);
        var code = await new CommandLine(CommandLineTests.NoServers(files), output, errors).RunAsync(words, cancellationToken);
        return new ProductRun(code, output.ToString(), errors.ToString());
    }
}
