using System.Collections.Immutable;
using System.Text;
using Mrap.Signing.Bodies;
using Mrap.Signing.Keys;
using Mrap.Signing.Text;

namespace Mrap.Signing.Canonical;

/// <summary>The text whose hash is signed: method, path, query, signed headers and payload hash in one agreed form.</summary>
/// <remarks>Source: AWS page "Create a signed AWS API request", and for S3 "Signature Calculations for the Authorization Header".</remarks>
public static class CanonicalRequest
{
    /// <summary>Builds the text, for people and tests; signing and verification hash it without building it.</summary>
    /// <typeparam name="TRequest">The request's type.</typeparam>
    /// <param name="signedHeaders">The names of the signed headers in lower case, sorted.</param>
    /// <param name="payloadHash">The last line: a SHA-256 in hexadecimal or one of the words of <see cref="PayloadDeclaration"/>.</param>
    /// <param name="s3Rules">Whether S3's rules for the path apply (<see cref="CredentialScope.UsesS3Rules"/>).</param>
    /// <returns>The canonical request, its lines separated by a line feed.</returns>
    public static string Build<TRequest>(TRequest request, ImmutableArray<string> signedHeaders, string payloadHash, bool s3Rules)
        where TRequest : ISignableRequest, allows ref struct =>
        Build(request, signedHeaders, payloadHash, s3Rules, CanonicalForm.Normalised);

    internal static string Build<TRequest>(
        TRequest request, ImmutableArray<string> signedHeaders, string payloadHash, bool s3Rules, CanonicalForm form)
        where TRequest : ISignableRequest, allows ref struct
    {
        var output = new PooledBytes(1024);
        try
        {
            Write(ref output, request, signedHeaders, payloadHash, s3Rules, form);
            return Encoding.UTF8.GetString(output.Span);
        }
        finally
        {
            output.Dispose();
        }
    }

    internal static void Write<TRequest>(
        ref PooledBytes output, TRequest request, ImmutableArray<string> signedHeaders, string payloadHash, bool s3Rules,
        CanonicalForm form)
        where TRequest : ISignableRequest, allows ref struct
    {
        output.Append(request.Method);
        output.Append((byte)'\n');
        CanonicalPath.Write(ref output, request.RawPath, s3Rules, form);
        output.Append((byte)'\n');
        CanonicalQuery.Write(ref output, request.RawQuery, form);
        output.Append((byte)'\n');
        foreach (var name in signedHeaders)
        {
            output.Append(name);
            output.Append((byte)':');
            WriteHeaderValue(ref output, request.GetHeader(name).AsSpan().Trim(), form);
            output.Append((byte)'\n');
        }

        output.Append((byte)'\n');
        for (var i = 0; i < signedHeaders.Length; i++)
        {
            if (i > 0)
            {
                output.Append((byte)';');
            }

            output.Append(signedHeaders[i]);
        }

        output.Append((byte)'\n');
        output.Append(payloadHash);
    }

    private static void WriteHeaderValue(ref PooledBytes output, ReadOnlySpan<char> value, CanonicalForm form)
    {
        if (form == CanonicalForm.Normalised)
        {
            for (var run = value.IndexOf("  "); run >= 0; run = value.IndexOf("  "))
            {
                output.Append(value[..(run + 1)]);
                value = value[run..].TrimStart(' ');
            }
        }

        output.Append(value);
    }
}
