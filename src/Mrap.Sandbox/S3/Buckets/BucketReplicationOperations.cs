using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Rules;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>GetBucketReplication, PutBucketReplication and DeleteBucketReplication.</summary>
internal sealed class BucketReplicationOperations(BucketAccess access, RegionStores stores) : IS3Operations
{
    private const string PutAction = "s3:PutReplicationConfiguration";
    private const int IdBytes = 24;

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetBucketReplication", "GET", S3Scope.Bucket, "replication")
        {
            Actions = RequiredActions.Always("s3:GetReplicationConfiguration"),
            Handler = new S3Handler.Permitted(GetAsync),
        },
        new("PutBucketReplication", "PUT", S3Scope.Bucket, "replication")
        {
            Actions = RequiredActions.Always(PutAction),
            Handler = new S3Handler.Permitted(PutAsync),
        },
        new("DeleteBucketReplication", "DELETE", S3Scope.Bucket, "replication")
        {
            Actions = RequiredActions.Always(PutAction),
            Handler = new S3Handler.Permitted(DeleteAsync),
        },
    ];

    /// <summary>Answers the rules.</summary>
    public static Task GetAsync(S3Request request, BucketRecord bucket)
    {
        var stored = request.Store.FindConfiguration(bucket.Name, BucketRules.Kind);
        if (stored is null)
        {
            var fault = ReplicationFaults.NotFound();
            throw S3Errors.NotFound(fault.Code, fault.Message, bucket.Name.Value);
        }

        var document = XElement.Parse(stored, LoadOptions.PreserveWhitespace);
        return S3XmlAnswer.WriteAsync(request, ReplicationDocument.Root, writer => WriteChildren(writer, document));
    }

    /// <summary>Replaces the rules. What the role may do is not looked at: objects fail one by one then.</summary>
    public async Task PutAsync(S3Request request, BucketRecord bucket)
    {
        var declared = DeclaredChecksum.Read(request);
        if (!declared.IsNamed && !declared.HasMd5)
        {
            throw ServiceErrors.InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }

        var document = await XmlBody.ReadAsync(request, ReplicationDocument.Root, ReplicationRules.MaxBytes);
        var configuration = ReplicationDocument.Read(document) ?? throw ServiceException.Of(ReplicationFaults.MalformedXml());
        Refuse(ReplicationRules.Check(configuration, bucket.Name));
        access.RequireAccount(
            request, "iam:PassRole", configuration.Role!,
            KeyValuePair.Create("iam:PassedToService", ImmutableArray.Create("s3.amazonaws.com")));
        Refuse(ReplicationRules.CheckBuckets(configuration, bucket.Versioning == VersioningState.Enabled, Find));
        var named = ReplicationDocument.Name(
            configuration, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(IdBytes)).Replace('+', '-').Replace('/', '_'));
        await request.Store.SetConfigurationAsync(
            bucket.Name, BucketRules.Kind, ReplicationText.Write(named).ToString(SaveOptions.DisableFormatting), request.Aborted());
        request.Http.Response.ContentLength = 0;
    }

    /// <summary>Removes the rules. What waits by them fails, for nobody says any more where to.</summary>
    public static async Task DeleteAsync(S3Request request, BucketRecord bucket)
    {
        await request.Store.SetConfigurationAsync(bucket.Name, BucketRules.Kind, document: null, request.Aborted());
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private DestinationState? Find(BucketName name) => stores.FindBucket(name) is { } found
        ? new DestinationState(found.Bucket.Owner, found.Bucket.Versioning == VersioningState.Enabled)
        : null;

    private static void Refuse(ImmutableArray<ReplicationFinding> findings)
    {
        if (!findings.IsEmpty)
        {
            var finding = findings[0];
            throw finding.ArgumentName is { } name
                ? S3Errors.InvalidArgument(finding.Fault.Message, name, finding.ArgumentValue ?? string.Empty)
                : ServiceException.Of(finding.Fault);
        }
    }

    private static void WriteChildren(XmlWriter writer, XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            if (child.HasElements)
            {
                writer.Group(child.Name.LocalName, () => WriteChildren(writer, child));
            }
            else
            {
                writer.Element(child.Name.LocalName, child.Value);
            }
        }
    }
}
