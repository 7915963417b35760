using System.Net.Http.Json;
using System.Text.Json;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;

namespace Mrap.Aws.Sandbox;

/// <summary>Speaks to the sandbox's own control interface below <c>/_sandbox</c>. Safe for concurrent use.</summary>
/// <param name="environment">Where the sandbox answers.</param>
public sealed class SandboxControl(AwsEnvironment environment) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>Whether there is a sandbox; with AWS there is none, and nothing may be asked of it.</summary>
    public bool IsThere => environment.Mode == AwsMode.Sandbox;

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Asks.</summary>
    /// <typeparam name="T">The document of the answer.</typeparam>
    /// <param name="path">The path below <c>/_sandbox/</c>, with its query.</param>
    /// <param name="whatFailed">What failed when it fails: a sentence.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    internal Task<Outcome<T>> GetAsync<T>(string path, string whatFailed, CancellationToken cancellationToken)
        where T : class => SendAsync<T>(HttpMethod.Get, path, body: null, whatFailed, cancellationToken);

    /// <inheritdoc cref="GetAsync"/>
    /// <param name="method">The method.</param>
    /// <param name="body">The document to send; null for none.</param>
    internal async Task<Outcome<T>> SendAsync<T>(
        HttpMethod method, string path, object? body, string whatFailed, CancellationToken cancellationToken)
        where T : class
    {
        var outcome = await AwsCall.InvokeAsync<Outcome<T>>(whatFailed, async () =>
        {
            using var request = new HttpRequestMessage(method, $"http://127.0.0.1:{environment.SandboxPort}/_sandbox/{path}");
            if (body is not null)
            {
                request.Content = JsonContent.Create(body, options: JsonSerializerOptions.Web);
            }

            using var answer = await _http.SendAsync(request, cancellationToken);
            return await ReadAsync<T>(answer, whatFailed, cancellationToken);
        });
        return outcome.TryGet(out var inner, out var fault) ? inner : fault;
    }

    private static async Task<Outcome<T>> ReadAsync<T>(HttpResponseMessage answer, string whatFailed, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            if (!answer.IsSuccessStatusCode)
            {
                var problem = await answer.Content.ReadFromJsonAsync<Problem>(JsonSerializerOptions.Web, cancellationToken);
                return AwsFaults.Invalid(
                    whatFailed, AwsFaults.Sentence(problem?.Error ?? "the sandbox does not say why"), "Correct it and try again.");
            }

            return await answer.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellationToken) is { } value
                ? value
                : AwsFaults.Unreadable(whatFailed, "it is empty");
        }
        catch (JsonException fault)
        {
            throw new FormatException("it is not the document that was expected", fault);
        }
    }

    private sealed record Problem(string? Error);
}
