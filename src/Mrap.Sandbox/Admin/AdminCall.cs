using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Admin;

/// <summary>A call of the control interface.</summary>
/// <param name="Http">The exchange.</param>
/// <param name="Argument">What the last part of its path names; empty where the operation takes none.</param>
internal sealed record AdminCall(HttpContext Http, string Argument)
{
    private const int MaxBody = 64 * 1024;

    /// <summary>Ends with the call.</summary>
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>A parameter of its query; empty when there is none.</summary>
    public string Query(string name) => Http.Request.Query[name].ToString();

    /// <summary>Reads its body.</summary>
    /// <returns>The document, or null when the body is too long or no such document.</returns>
    public async Task<T?> ReadAsync<T>()
        where T : class
    {
        if (Http.Request.ContentLength > MaxBody)
        {
            return null;
        }

        var buffer = new byte[MaxBody + 1];
        var count = await Http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, Aborted);
        try
        {
            return count > MaxBody ? null : JsonSerializer.Deserialize<T>(buffer.AsSpan(0, count), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Answers with a document.</summary>
    public Task JsonAsync<T>(T value)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web);
        Http.Response.ContentType = "application/json";
        AnswerBody.Write(Http.Response, bytes);
        return Task.CompletedTask;
    }

    /// <summary>Answers with what is wrong.</summary>
    public Task ProblemAsync(int status, string sentence)
    {
        Http.Response.StatusCode = status;
        return JsonAsync(new { error = sentence });
    }
}
