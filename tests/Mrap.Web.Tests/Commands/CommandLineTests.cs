using Mrap.Testing;
using Mrap.Web.Commands;
using Mrap.Web.Configuration;

namespace Mrap.Web.Tests.Commands;

/// <summary>What starts, what is refused and how the process ends.</summary>
public sealed class CommandLineTests
{
    private readonly List<string> _started = [];

    /// <summary>Targets that fail the test when a server is started.</summary>
    internal static CommandTargets NoServers(CaseFiles files) => new(Never, Never, files);

    [Theory]
    [InlineData("console")]
    [InlineData("console --Console:Url http://localhost:6080", "--Console:Url", "http://localhost:6080")]
    [InlineData("console --Console:Url=http://localhost:6080", "--Console:Url=http://localhost:6080")]
    [InlineData("console --console:mode sandbox", "--console:mode", "sandbox")]
    [InlineData("console Sandbox:HttpPort=6081 /Sandbox:ProxyPort=6082", "Sandbox:HttpPort=6081", "/Sandbox:ProxyPort=6082")]
    [InlineData("console --Logging:LogLevel:Default=Debug --urls=x", "--Logging:LogLevel:Default=Debug", "--urls=x")]
    [InlineData("sandbox", "sandbox")]
    [InlineData("sandbox --Sandbox:HttpPort=0", "sandbox", "--Sandbox:HttpPort=0")]
    [InlineData("sandbox --Sandbox:DisabledRegions:0=af-south-1", "--Sandbox:DisabledRegions:0=af-south-1", "sandbox")]
    [InlineData("sandbox --Sandbox:Principals:0:UserName policy", "sandbox", "--Sandbox:Principals:0:UserName", "policy")]
    public async Task Server_WithItsSettings_IsStarted(string started, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        run.ShouldBe(new ProductRun(0, "", ""));
        _started.ShouldBe([started]);
    }

    [Theory]
    [InlineData("mrap: there is no command `sandbx`; did you mean `sandbox`?", "sandbx")]
    [InlineData("mrap: there is no command `serve`; `--help` lists what there is.", "serve")]
    [InlineData("mrap: there is no option `--hlep`; did you mean `--help`?", "--hlep")]
    [InlineData("mrap: there is no command `polcy`; did you mean `policy`?", "polcy", "test", "x.jsonl")]
    [InlineData("mrap sandbox: there is no command `now`; `--help` lists what there is.", "sandbox", "now")]
    [InlineData("mrap policy: say which command: `test`.", "policy")]
    [InlineData("mrap policy: there is no command `tset`; did you mean `test`?", "policy", "tset")]
    [InlineData("mrap policy test: say at least one FILE; `--help` tells more.", "policy", "test")]
    [InlineData("mrap policy test: there is no option `--quick`; `--help` lists what there is.", "policy", "test", "--quick", "x")]
    [InlineData("mrap policy test: takes no settings; take `--Console:Mode=Aws` away.", "policy", "test", "x", "--Console:Mode=Aws")]
    [InlineData("Console:Ulr: there is no such setting; did you mean `Console:Url`?", "--Console:Ulr=http://localhost:1")]
    [InlineData("Sandbox:HttpPort: a value is missing, as in `--Sandbox:HttpPort=VALUE`.", "--Sandbox:HttpPort")]
    public async Task Words_NotUnderstood_EndWithTwoAndASuggestion(string sentence, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        run.ShouldBe(new ProductRun(2, "", sentence + Environment.NewLine));
        _started.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mrap [command] [options]", "--help")]
    [InlineData("mrap [command] [options]", "-h")]
    [InlineData("mrap sandbox [options]", "sandbox", "--help")]
    [InlineData("mrap policy [command] [options]", "policy", "--help")]
    [InlineData("mrap policy test <FILE>... [options]", "policy", "test", "--help")]
    public async Task Help_AtEveryLevel_TellsHowToWriteIt(string usage, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        (run.ExitCode, run.Errors).ShouldBe((0, ""));
        run.Output.ShouldContain(usage);
        _started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Setting_ThatIsWrong_EndsWithOneAndItsSentence()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var targets = NoServers(Files()) with { Console = (_, _, _) => throw new SettingException("Console:Url must be a name.") };

        var code = await new CommandLine(targets, output, errors).RunAsync([], TestContext.Current.CancellationToken);

        (code, output.ToString(), errors.ToString()).ShouldBe((1, "", "Console:Url must be a name." + Environment.NewLine));
    }

    [Fact]
    public async Task Bug_IsNoSentence()
    {
        var targets = NoServers(Files()) with { Console = (_, _, _) => throw new InvalidOperationException("a bug") };

        var run = () => new CommandLine(targets, TextWriter.Null, TextWriter.Null).RunAsync([], TestContext.Current.CancellationToken);

        await run.ShouldThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Process_UnknownWord_EndsWithTwoAndStartsNothing()
    {
        var run = await RunProcessAsync("sandbx");

        run.ShouldBe(new ProductRun(2, "", "mrap: there is no command `sandbx`; did you mean `sandbox`?" + Environment.NewLine));
    }

    [Fact]
    public async Task Process_Version_IsThatOfTheProduct()
    {
        var run = await RunProcessAsync("--version");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldMatch(@"^\d+\.\d+\.\d+");
    }

    [Theory]
    [InlineData("Console:Url", "--Console:Url", "nowhere")]
    [InlineData("Sandbox:HttpPort", "sandbox", "--Sandbox:HttpPort=70000")]
    public async Task Process_SettingIsWrong_EndsWithOneSentenceNamingIt(string setting, params string[] arguments)
    {
        var run = await RunProcessAsync(arguments);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldStartWith(setting);
        run.Errors.TrimEnd().ShouldNotContain(Environment.NewLine);
    }

    private static CaseFiles Files() => new(() => Stream.Null, callerDirectory: null);

    private static Task Never(string[] settings, TextWriter output, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("a server was started");

    private static async Task<ProductRun> RunProcessAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("mrap-command-");
        try
        {
            return await ProductProcess.RunAsync(folder.FullName, arguments, "", TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<ProductRun> RunAsync(string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var targets = new CommandTargets(Note("console"), Note("sandbox"), Files());
        var code = await new CommandLine(targets, output, errors).RunAsync(arguments, TestContext.Current.CancellationToken);
        return new ProductRun(code, output.ToString(), errors.ToString());
    }

    private CommandTargets.Run Note(string name) => (settings, _, _) =>
    {
        _started.Add(string.Join(' ', [name, .. settings]));
        return Task.CompletedTask;
    };
}
