using System.Collections.Immutable;
using System.Text;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>Reads what a writer says about an object from the headers of its request.</summary>
internal static class AttributeReader
{
    /// <summary>The header of a storage class.</summary>
    public const string StorageClass = "x-amz-storage-class";

    /// <summary>The header of server-side encryption.</summary>
    public const string Encryption = "x-amz-server-side-encryption";

    /// <summary>The header of a website redirect.</summary>
    public const string WebsiteRedirect = "x-amz-website-redirect-location";

    private const string MetadataPrefix = "x-amz-meta-";
    private const int MaxMetadataBytes = 2048;

    private static readonly string[] s_systemHeaders =
        ["cache-control", "content-disposition", "content-language", "expires", WebsiteRedirect];
    private static readonly string[] s_refusedHeaders =
    [
        "x-amz-server-side-encryption-customer-algorithm", "x-amz-server-side-encryption-customer-key",
        "x-amz-server-side-encryption-aws-kms-key-id",
        "x-amz-server-side-encryption-context", "x-amz-copy-source-server-side-encryption-customer-algorithm", "x-amz-write-offset-bytes",
    ];

    private static readonly string[] s_storageClasses =
        ["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "GLACIER_IR"];

    /// <summary>Reads the headers of a write.</summary>
    /// <param name="owner">The account that will own the object: that of the bucket.</param>
    /// <exception cref="ServiceException">A header is invalid, too large, or asks for what is not served.</exception>
    public static ObjectAttributes Read(S3Request request, AccountId owner)
    {
        RefuseUnserved(request);
        CheckAcl(request);
        var headers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        headers["content-type"] = request.Header("content-type") is { Length: > 0 } type ? type : "binary/octet-stream";
        foreach (var name in s_systemHeaders)
        {
            if (request.Header(name) is { Length: > 0 } value)
            {
                headers[name] = value;
            }
        }

        if (ContentEncoding(request.Header("content-encoding")) is { Length: > 0 } encoding)
        {
            headers["content-encoding"] = encoding;
        }

        AddClass(request, headers);
        AddEncryption(request, headers);
        return new ObjectAttributes
        {
            Owner = owner,
            Headers = headers.ToImmutable(),
            Metadata = ReadMetadata(request),
            Tags = TagSet.ReadHeader(request.Header("x-amz-tagging")),
        };
    }

    /// <summary>Refuses what this bucket cannot do: access control lists, other than those that change nothing.</summary>
    /// <exception cref="ServiceException">The request sets an access control list.</exception>
    public static void CheckAcl(S3Request request)
    {
        if (request.Header("x-amz-acl") is { } acl && acl is not ("bucket-owner-full-control" or "private"))
        {
            throw S3Errors.AclNotSupported();
        }

        foreach (var header in request.Http.Request.Headers)
        {
            if (header.Key.StartsWith("x-amz-grant-", StringComparison.OrdinalIgnoreCase))
            {
                throw S3Errors.AclNotSupported();
            }
        }
    }

    private static void RefuseUnserved(S3Request request)
    {
        foreach (var name in s_refusedHeaders)
        {
            if (request.Header(name) is not null)
            {
                throw S3Errors.HeaderNotImplemented(name);
            }
        }

        foreach (var header in request.Http.Request.Headers)
        {
            if (header.Key.StartsWith("x-amz-object-lock-", StringComparison.OrdinalIgnoreCase))
            {
                throw ServiceErrors.InvalidRequest("Bucket is missing Object Lock Configuration");
            }
        }
    }

    private static void AddClass(S3Request request, ImmutableSortedDictionary<string, string>.Builder headers)
    {
        if (request.Header(StorageClass) is { Length: > 0 } value)
        {
            headers[StorageClass] = Array.IndexOf(s_storageClasses, value) >= 0 ? value : throw S3Errors.InvalidStorageClass(value);
        }
    }

    private static void AddEncryption(S3Request request, ImmutableSortedDictionary<string, string>.Builder headers)
    {
        headers[Encryption] = request.Header(Encryption) switch
        {
            null or "" or "AES256" => "AES256",
            "aws:kms" or "aws:kms:dsse" => throw S3Errors.HeaderNotImplemented(Encryption),
            var other => throw S3Errors.InvalidArgument("The encryption method specified is not supported", Encryption, other),
        };
    }

    private static ImmutableSortedDictionary<string, string> ReadMetadata(S3Request request)
    {
        ImmutableSortedDictionary<string, string>.Builder? metadata = null;
        var size = 0;
        foreach (var header in request.Http.Request.Headers)
        {
            if (header.Key.Length > MetadataPrefix.Length && header.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            {
                metadata ??= ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
                var name = header.Key[MetadataPrefix.Length..].ToLowerInvariant();
                var value = header.Value.ToString();
                metadata[name] = value;
                size += name.Length + Encoding.UTF8.GetByteCount(value);
            }
        }

        return size > MaxMetadataBytes
            ? throw S3Errors.MetadataTooLarge(size)
            : metadata?.ToImmutable() ?? ImmutableSortedDictionary<string, string>.Empty;
    }

    private static string? ContentEncoding(string? header)
    {
        if (header is null || !header.Contains("aws-chunked", StringComparison.OrdinalIgnoreCase))
        {
            return header;
        }

        var kept = header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(coding => !coding.Equals("aws-chunked", StringComparison.OrdinalIgnoreCase));
        return string.Join(",", kept);
    }
}
