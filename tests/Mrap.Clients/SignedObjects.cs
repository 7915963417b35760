using System.Net;
using System.Security.Cryptography;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Requests;

namespace Mrap.Clients;

/// <summary>Puts and gets objects at the plain endpoint as a client of our own signs them, streaming both ways.</summary>
internal sealed class SignedObjects(Uri endpoint, string region) : IDisposable
{
    private static readonly AwsCredential s_credential = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(5) };
    private readonly RequestSigner _signer = new(new SigningKeyCache());

    public async Task CreateBucketAsync(string bucket, CancellationToken cancellation)
    {
        var body = region == "us-east-1"
            ? []
            : System.Text.Encoding.UTF8.GetBytes(
                $"<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LocationConstraint>{region}</"
                    + $"LocationConstraint></CreateBucketConfiguration>");
        (await PutAsync($"/{bucket}", new ByteArrayContent(body), cancellation)).ShouldBe(HttpStatusCode.OK);
    }

    public async Task<HttpStatusCode> PutAsync(string path, HttpContent content, CancellationToken cancellation)
    {
        using var message = Sign(HttpMethod.Put, path);
        message.Content = content;
        using var answer = await _client.SendAsync(message, cancellation);
        return answer.StatusCode;
    }

    /// <summary>The SHA-256 of the object in hexadecimal, or null when it is not there.</summary>
    public async Task<string?> HashAsync(string path, CancellationToken cancellation)
    {
        using var message = Sign(HttpMethod.Get, path);
        using var answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(body, cancellation));
    }

    public async Task<string> GetTextAsync(string pathAndQuery, CancellationToken cancellation)
    {
        using var message = Sign(HttpMethod.Get, pathAndQuery);
        using var answer = await _client.SendAsync(message, cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(cancellation);
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Sign(HttpMethod method, string target)
    {
        var request = new SignableRequest(method.Method, target);
        request.Headers["Host"] = endpoint.Authority;
        _signer.Sign(
            request, new SigningParameters(SigningAlgorithm.V4, s_credential, region, "s3"), TimeProvider.System.GetUtcNow(),
            PayloadDeclaration.Unsigned);
        var message = new HttpRequestMessage(method, new Uri(endpoint, target));
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
