using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.Wire;

/// <summary>The two identifiers that every answer of S3 carries.</summary>
/// <param name="RequestId">16 upper-case letters and digits.</param>
/// <param name="HostId">The extended identifier, Base64.</param>
internal readonly record struct RequestIds(string RequestId, string HostId)
{
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";
    private const int RequestIdLength = 16;
    private const int HostIdLength = 56;

    /// <summary>Makes the identifiers of a request and puts them on its answer.</summary>
    public static RequestIds Assign(HttpContext http)
    {
        var ids = Create();
        ids.WriteTo(http.Response.Headers);
        return ids;
    }

    /// <summary>Makes identifiers at random.</summary>
    public static RequestIds Create()
    {
        Span<byte> random = stackalloc byte[RequestIdLength + HostIdLength];
        RandomNumberGenerator.Fill(random);
        Span<char> text = stackalloc char[RequestIdLength];
        for (var i = 0; i < RequestIdLength; i++)
        {
            text[i] = Alphabet[random[i] % Alphabet.Length];
        }

        return new RequestIds(text.ToString(), Convert.ToBase64String(random[RequestIdLength..]));
    }

    /// <summary>Puts the identifiers, and the name of the server, on an answer.</summary>
    public void WriteTo(IHeaderDictionary headers)
    {
        headers["x-amz-request-id"] = RequestId;
        headers["x-amz-id-2"] = HostId;
        headers.Server = "AmazonS3";
    }
}
