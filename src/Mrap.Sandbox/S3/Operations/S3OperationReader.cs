using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Protocol;

namespace Mrap.Sandbox.S3.Operations;

/// <summary>Recognises the operation of a request by its method, its address, its query and its copy source.</summary>
internal static class S3OperationReader
{
    /// <summary>Recognises the operation. Query parameters that name no sub-resource are ignored.</summary>
    public static S3Operation Read(HttpRequest request, bool hasBucket, bool hasKey)
    {
        if (HttpMethods.IsOptions(request.Method))
        {
            return S3Operation.Preflight;
        }

        if (!hasBucket)
        {
            return HttpMethods.IsGet(request.Method) ? S3Operation.ListBuckets : S3Operation.MethodNotAllowed;
        }

        return hasKey ? ReadObject(request) : ReadBucket(request);
    }

    private static S3Operation ReadObject(HttpRequest request)
    {
        var subResource = SubResource(request, ObjectSubResources.All);
        if (subResource is null)
        {
            return request.Method switch
            {
                "GET" => S3Operation.GetObject,
                "HEAD" => S3Operation.HeadObject,
                "PUT" when request.Query.ContainsKey("partNumber") =>
                    throw S3Errors.InvalidArgument(
                        "This operation does not accept partNumber without uploadId", "partNumber", request.Query["partNumber"].ToString()),
                "PUT" => IsCopy(request) ? S3Operation.CopyObject : S3Operation.PutObject,
                "DELETE" => S3Operation.DeleteObject,
                _ => S3Operation.MethodNotAllowed,
            };
        }

        return (subResource, request.Method) switch
        {
            ("uploadId", "GET") => S3Operation.ListParts,
            ("uploadId", "PUT") when !request.Query.ContainsKey("partNumber") =>
                throw S3Errors.InvalidArgument(
                    "This operation does not accept uploadId without partNumber", "uploadId", request.Query["uploadId"].ToString()),
            ("uploadId", "PUT") => IsCopy(request) ? S3Operation.UploadPartCopy : S3Operation.UploadPart,
            ("uploadId", "POST") => S3Operation.CompleteMultipartUpload,
            ("uploadId", "DELETE") => S3Operation.AbortMultipartUpload,
            ("uploads", "POST") => S3Operation.CreateMultipartUpload,
            ("tagging", "GET") => S3Operation.GetObjectTagging,
            ("tagging", "PUT") => S3Operation.PutObjectTagging,
            ("tagging", "DELETE") => S3Operation.DeleteObjectTagging,
            ("acl", "GET") => S3Operation.GetObjectAcl,
            ("acl", "PUT") => S3Operation.PutObjectAcl,
            ("attributes", "GET") => S3Operation.GetObjectAttributes,
            ("retention" or "legal-hold", "GET" or "PUT") => S3Operation.ObjectLock,
            ("restore", "POST") => S3Operation.RestoreObject,
            ("select" or "torrent" or "renameObject", _) => S3Operation.NotImplemented,
            _ => S3Operation.MethodNotAllowed,
        };
    }

    private static S3Operation ReadBucket(HttpRequest request)
    {
        var subResource = SubResource(request, BucketSubResources.All);
        if (subResource is null)
        {
            return request.Method switch
            {
                "GET" => request.Query["list-type"] == "2" ? S3Operation.ListObjectsV2 : S3Operation.ListObjects,
                "HEAD" => S3Operation.HeadBucket,
                "PUT" => S3Operation.CreateBucket,
                "DELETE" => S3Operation.DeleteBucket,
                "POST" => S3Operation.NotImplemented,
                _ => S3Operation.MethodNotAllowed,
            };
        }

        return (subResource, request.Method) switch
        {
            ("versions", "GET") => S3Operation.ListObjectVersions,
            ("uploads", "GET") => S3Operation.ListMultipartUploads,
            ("delete", "POST") => S3Operation.DeleteObjects,
            ("location", "GET") => S3Operation.GetBucketLocation,
            ("versioning", "GET") => S3Operation.GetBucketVersioning,
            ("versioning", "PUT") => S3Operation.PutBucketVersioning,
            ("policy", "GET") => S3Operation.GetBucketPolicy,
            ("policy", "PUT") => S3Operation.PutBucketPolicy,
            ("policy", "DELETE") => S3Operation.DeleteBucketPolicy,
            ("policyStatus", "GET") => S3Operation.GetBucketPolicyStatus,
            ("publicAccessBlock", "GET") => S3Operation.GetPublicAccessBlock,
            ("publicAccessBlock", "PUT") => S3Operation.PutPublicAccessBlock,
            ("publicAccessBlock", "DELETE") => S3Operation.DeletePublicAccessBlock,
            ("tagging", "GET") => S3Operation.GetBucketTagging,
            ("tagging", "PUT") => S3Operation.PutBucketTagging,
            ("tagging", "DELETE") => S3Operation.DeleteBucketTagging,
            ("acl", "GET") => S3Operation.GetBucketAcl,
            ("acl", "PUT") => S3Operation.PutBucketAcl,
            ("versions" or "uploads" or "delete" or "location" or "versioning" or "acl" or "policyStatus", not ("GET" or "PUT")) =>
                S3Operation.MethodNotAllowed,
            ("policyStatus", _) => S3Operation.NotImplemented,
            (_, "GET") when Array.IndexOf(BucketSubResources.Defaults, subResource) >= 0 => S3Operation.GetDefaultConfiguration,
            ("encryption" or "ownershipControls" or "requestPayment", "PUT") => S3Operation.PutDefaultConfiguration,
            (_, "GET" or "PUT" or "DELETE" or "POST") => S3Operation.NotImplemented,
            _ => S3Operation.MethodNotAllowed,
        };
    }

    private static bool IsCopy(HttpRequest request) => request.Headers.ContainsKey(S3Headers.CopySource);

    private static string? SubResource(HttpRequest request, string[] names)
    {
        if (!request.QueryString.HasValue)
        {
            return null;
        }

        foreach (var name in names)
        {
            if (request.Query.ContainsKey(name))
            {
                return name;
            }
        }

        return null;
    }
}
