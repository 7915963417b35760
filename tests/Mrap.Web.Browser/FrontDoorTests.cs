using System.Net;
using System.Text.RegularExpressions;

namespace Mrap.Web.Browser;

/// <summary>What the running console answers before a page comes to life.</summary>
public sealed partial class FrontDoorTests : IClassFixture<ConsoleProcess>, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
    private readonly ConsoleProcess _console;

    public FrontDoorTests(ConsoleProcess console)
    {
        _console = console;
        _client.BaseAddress = new Uri(console.Url);
        _client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/health/ready")]
    public async Task Health_OfAConsoleThatSaysItIsReady_IsGood(string path)
    {
        using var answer = await _client.GetAsync(path, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task StylesAndScripts_OfTheFirstLoad_ComeCompressed_AndThePageDoesNot()
    {
        using var page = await _client.GetAsync("/access-points", Cancellation);
        page.Content.Headers.ContentEncoding.ShouldBeEmpty("a page holds secrets and text of others, and so must not be compressed");
        var assets = Assets().Matches(await page.Content.ReadAsStringAsync(Cancellation)).Select(match => match.Groups[1].Value).ToList();
        assets.Count.ShouldBeGreaterThan(8);

        List<string> plain = [];
        foreach (var asset in assets.Append("_content/BlazorMonaco/lib/monaco-editor/min/vs/editor/editor.main.js"))
        {
            using var answer = await _client.GetAsync($"/{asset}", Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, asset);
            if (answer.Content.Headers.ContentEncoding is not { Count: 1 })
            {
                plain.Add(asset);
            }
        }

        plain.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task Circuit_BegunByAPage_MustBeThatOfTheConsole(string? origin, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin ?? _console.Url);

        using var answer = await _client.SendAsync(request, Cancellation);

        answer.StatusCode.ShouldBe(status);
    }

    [GeneratedRegex("(?:href|src)=\"((?:_content|_framework|css|js|Mrap\\.Web)[^\"]*\\.(?:css|js))\"")]
    private static partial Regex Assets();
}
