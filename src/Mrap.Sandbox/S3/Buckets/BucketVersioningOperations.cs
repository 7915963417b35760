using System.Collections.Immutable;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Rules;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>GetBucketVersioning and PutBucketVersioning.</summary>
internal sealed class BucketVersioningOperations : IS3Operations
{
    private const string Root = "VersioningConfiguration";

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetBucketVersioning", "GET", S3Scope.Bucket, "versioning")
        {
            Actions = RequiredActions.Always("s3:GetBucketVersioning"),
            Handler = new S3Handler.Permitted(GetAsync),
        },
        new("PutBucketVersioning", "PUT", S3Scope.Bucket, "versioning")
        {
            Actions = RequiredActions.Always("s3:PutBucketVersioning"),
            Handler = new S3Handler.Permitted(PutAsync),
        },
    ];

    /// <summary>Answers the state; a bucket that never kept versions has an empty document.</summary>
    public static Task GetAsync(S3Request request, BucketRecord bucket) => S3XmlAnswer.WriteAsync(request, Root, writer =>
    {
        if (bucket.Versioning != VersioningState.Unversioned)
        {
            writer.Element("Status", bucket.Versioning == VersioningState.Enabled ? "Enabled" : "Suspended");
        }
    });

    /// <summary>Turns versioning on or suspends it.</summary>
    public static async Task PutAsync(S3Request request, BucketRecord bucket)
    {
        var document = await XmlBody.ReadAsync(request, Root, XmlBody.OrdinaryLimit);
        if (document.Text("MfaDelete") is "Enabled" || request.Header("x-amz-mfa") is not null)
        {
            throw S3Errors.HeaderNotImplemented("x-amz-mfa");
        }

        var state = document.Text("Status") switch
        {
            "Enabled" => VersioningState.Enabled,
            "Suspended" => VersioningState.Suspended,
            null => throw S3Errors.IllegalVersioning(),
            _ => throw ServiceErrors.MalformedXml(),
        };
        if (state == VersioningState.Suspended && request.Store.FindConfiguration(bucket.Name, BucketRules.Kind) is not null)
        {
            throw S3Errors.HasReplication(bucket.Name.Value);
        }

        if (!await request.Store.SetVersioningAsync(bucket.Name, state, request.Aborted()))
        {
            throw S3Errors.NoSuchBucket(bucket.Name.Value);
        }

        request.Http.Response.ContentLength = 0;
    }
}
