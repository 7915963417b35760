using System.Text;
using Mrap.Testing;
using Mrap.Web.Commands;

namespace Mrap.Web.Tests.Commands;

/// <summary>The command `policy test` as pipelines call it.</summary>
public sealed class PolicyTestCommandTests : IDisposable
{
    private const string Reader = """{"id":"read-1","name":"alice may read","policies":{"identity":["""
        + """{"Version":"2012-10-17","Statement":["""
        + """{"Sid":"Read","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}]},"request":"""
        + """{"principal":"arn:aws:iam::111122223333:user/alice","action":"ACTION","context":"""
        + """{},"resource":"arn:aws:s3:::b/k","resourceAccount":"111122223333"},"expected":"allow"}""";
    private const string Public = """{"id":"open","policyType":"bucket","policy":{"Version":"2012-10-17","Statement":["""
        + """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]},"expected":"EXPECTED"}""";

    private static readonly string s_allowed = Reader.Replace("ACTION", "s3:GetObject", StringComparison.Ordinal);
    private static readonly string s_denied = Reader.Replace("ACTION", "s3:PutObject", StringComparison.Ordinal);
    private static readonly string s_public = Public.Replace("EXPECTED", "public", StringComparison.Ordinal);
    private static readonly string s_notPublic = Public.Replace("EXPECTED", "nonPublic", StringComparison.Ordinal);

    private readonly string _folder = Directory.CreateTempSubdirectory("mrap-cases-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Process_AllCasesPass_EndsWithZeroAndTheCount()
    {
        Write("good.jsonl", s_allowed, "", s_public);

        var run = await RunProcessAsync(["policy", "test", "good.jsonl"]);

        run.ShouldBe(new ProductRun(0, "cases: 2 passed, 0 failed" + Environment.NewLine, ""));
    }

    [Fact]
    public async Task Process_CaseDiffers_EndsWithOneAndTheExplanation()
    {
        Write("good.jsonl", s_allowed);
        Write("bad.jsonl", s_allowed, s_denied);

        var run = await RunProcessAsync(["policy", "test", "good.jsonl", "bad.jsonl"]);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldBeEmpty();
        var lines = Lines(run.Output);
        lines[0].ShouldBe("bad.jsonl:2: read-1 (alice may read): expected allow, answer implicitDeny");
        lines[1].ShouldStartWith("    denied: no identity policy of the caller permits it");
        lines[2].ShouldBe(
            "    near miss: /Statement/0/Action of the identity policy, line 1, column 78: the action would have to be `s3:GetObject`");
        lines[^1].ShouldBe("cases: 2 passed, 1 failed");
    }

    [Fact]
    public async Task Process_StandardInput_IsReadForADash()
    {
        var run = await RunProcessAsync(["policy", "test", "-"], s_notPublic);

        run.ExitCode.ShouldBe(1);
        Lines(run.Output).ShouldBe(
        [
            "-:1: open: expected nonPublic, answer public",
            "    statement 1 (line 1, column 38): public: its principal is everyone and no condition limits it to fixed values",
            "cases: 0 passed, 1 failed",
        ]);
    }

    [Fact]
    public async Task Process_FileIsMissing_SaysSoInOneSentence()
    {
        var run = await RunProcessAsync(["policy", "test", "none.jsonl"]);

        run.ShouldBe(
            new ProductRun(
                1, "cases: 0 passed, 0 failed" + Environment.NewLine, "none.jsonl: there is no such file." + Environment.NewLine));
    }

    [Fact]
    public async Task Examples_OfTheDocumentation_AllPass()
    {
        var (code, output, _) = await RunAsync(["test", Path.Combine(AppContext.BaseDirectory, "Examples", "policy-cases.jsonl")], "");

        code.ShouldBe(0, output);
        Lines(output).ShouldBe(["cases: 10 passed, 0 failed"]);
    }

    [Fact]
    public async Task Deny_OfAStatement_IsShownWithItsPlaceAndText()
    {
        var denied = s_allowed.Replace("\"Effect\":\"Allow\"", "\"Effect\":\"Deny\"", StringComparison.Ordinal);

        var (_, output, _) = await RunAsync(["test", "-"], denied);

        Lines(output)[2].ShouldStartWith(
            "    decided by /Statement/0 of the identity policy, line 1, column 38: `{\"Sid\":\"Read\",\"Effect\":\"Deny\"");
    }

    [Fact]
    public async Task Checks_ThatDiffer_AreToldApart()
    {
        const string Case = """{"id":"c","policyType":"identity","policy":{"Version":"2012-10-17","Statement":["""
            + """{"Effect":"allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]},"expect":["""
            + """{"code":"MISSING_VERSION","level":"WARNING"}]}""";

        var (code, output, _) = await RunAsync(["test", "-"], Case);

        code.ShouldBe(1);
        Lines(output)[1].ShouldBe("    missing: WARNING MISSING_VERSION");
        Lines(output)[2].ShouldStartWith("    unexpected: ERROR INVALID_EFFECT at Statement[0].Effect (line 1, column 48): ");
        Lines(output)[^1].ShouldBe("cases: 0 passed, 1 failed");
    }

    [Theory]
    [InlineData("{\"id\":\"x\",", "-:1: not a case: ")]
    [InlineData("{\"id\":\"x\"}", "-:1: not a case: `expected` is missing")]
    [InlineData("[]", "-:1: not a case: the case is not an object")]
    public async Task Line_ThatIsNotACase_CountsAsFailedWithTheReason(string line, string start)
    {
        var (code, output, _) = await RunAsync(["test", "-"], line + "\n" + s_allowed);

        code.ShouldBe(1);
        Lines(output)[0].ShouldStartWith(start);
        Lines(output)[^1].ShouldBe("cases: 1 passed, 1 failed");
    }

    [Fact]
    public async Task Line_BeyondTheBound_IsRefusedAndTheNextOneRead()
    {
        var (code, output, _) =
            await RunAsync(["test", "-"], new string(' ', 100) + new string('x', 5 * 1024 * 1024) + "\r\n" + s_allowed + "\r\n");

        code.ShouldBe(1);
        Lines(output).ShouldBe(["-:1: not a case: the line is too long", "cases: 1 passed, 1 failed"]);
    }

    [Fact]
    public async Task File_ThatIsNotUtf8_IsToldOf()
    {
        var path = Path.Combine(_folder, "latin.jsonl");
        await File.WriteAllBytesAsync(path, [0x7b, 0xff, 0xfe, 0x7d, 0x0a], TestContext.Current.CancellationToken);

        var (code, _, errors) = await RunAsync(["test", path], "");

        code.ShouldBe(1);
        errors.ShouldBe($"{path}: is not UTF-8 text.{Environment.NewLine}");
    }

    [Fact]
    public async Task Folder_InPlaceOfAFile_IsToldOf()
    {
        var (code, _, errors) = await RunAsync(["test", _folder], "");

        code.ShouldBe(1);
        errors.ShouldBe($"{_folder}: may not be read.{Environment.NewLine}");
    }

    [Fact]
    public async Task File_NamedFromTheShellsFolder_IsFoundThere()
    {
        Write("mine.jsonl", s_allowed);

        var (code, output, _) = await RunAsync(["test", "mine.jsonl"], "");

        code.ShouldBe(0);
        Lines(output).ShouldBe(["cases: 1 passed, 0 failed"]);
    }

    [Fact]
    public async Task File_BeginningWithADash_IsNamedAfterTheEndOfOptions()
    {
        Write("-mine.jsonl", s_allowed);

        var (code, output, _) = await RunAsync(["test", "--", "-mine.jsonl"], "");

        code.ShouldBe(0);
        Lines(output).ShouldBe(["cases: 1 passed, 0 failed"]);
    }

    [Fact]
    public async Task File_BeginningWithAnAt_IsAFileOfCases()
    {
        Write("@mine.jsonl", s_allowed);

        (await RunAsync(["test", "@mine.jsonl"], "")).Code.ShouldBe(0);
    }

    private static string[] Lines(string output) => output.TrimEnd().Split(Environment.NewLine);

    private void Write(string name, params string[] lines) =>
        File.WriteAllText(Path.Combine(_folder, name), string.Join('\n', lines) + "\n");

    private Task<ProductRun> RunProcessAsync(string[] arguments, string input = "") =>
        ProductProcess.RunAsync(_folder, arguments, input, TestContext.Current.CancellationToken);

    private async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, string input)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var files = new CaseFiles(() => new MemoryStream(Encoding.UTF8.GetBytes(input)), _folder);
        var line = new CommandLine(CommandLineTests.NoServers(files), output, errors);
        var code = await line.RunAsync(["policy", .. arguments], TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }
}
