using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Protocol;

namespace Mrap.Sandbox.S3.Authorization;

/// <summary>Actions on objects: each has a second one for a version that the request names.</summary>
internal static class ObjectActions
{
    /// <summary>Setting the tags of an object.</summary>
    public const string PutTagging = "s3:PutObjectTagging";

    /// <summary>The action that deletes an object or one of its versions.</summary>
    public static string Delete(bool hasVersion) => hasVersion ? "s3:DeleteObjectVersion" : "s3:DeleteObject";

    /// <summary>The action that reads an object or one of its versions.</summary>
    public static string Get(bool hasVersion) => hasVersion ? "s3:GetObjectVersion" : "s3:GetObject";

    /// <summary>The action that reads the tags of an object or of one of its versions.</summary>
    public static string GetTagging(bool hasVersion) => hasVersion ? "s3:GetObjectVersionTagging" : "s3:GetObjectTagging";

    /// <summary>One action for the newest version and another for one that the query names.</summary>
    public static Func<HttpRequest, RequiredActions> ByVersion(string newest, string named)
    {
        var (ofNewest, ofNamed) = (new RequiredActions(newest), new RequiredActions(named));
        return request => HasVersion(request) ? ofNamed : ofNewest;
    }

    /// <summary>What writing an object needs: tags and access control lists in its headers take an action each.</summary>
    public static RequiredActions Write(HttpRequest request) => new(
        "s3:PutObject", request.Headers.ContainsKey("x-amz-tagging") ? PutTagging : null,
        AclHeaders.AreIn(request) ? "s3:PutObjectAcl" : null);

    /// <summary>Whether the query names a version.</summary>
    public static bool HasVersion(HttpRequest request) => request.QueryString.HasValue && request.Query.ContainsKey("versionId");

    /// <summary>
    /// Whether a deletion that is conditional tells something of the object, and so takes reading it too: with an ETag, not with <c>*</c>
    /// (AWS page "Enforce conditional deletes on Amazon S3 buckets").
    /// </summary>
    public static bool ComparesETag(string? condition) => condition?.Trim() is { Length: > 0 } and not "*";
}
