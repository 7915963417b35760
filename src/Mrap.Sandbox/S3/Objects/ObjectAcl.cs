using System.Collections.Immutable;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>GetObjectAcl and PutObjectAcl in a bucket whose owner owns all objects.</summary>
internal sealed class ObjectAcl(ObjectLookup lookup) : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetObjectAcl", "GET", S3Scope.Object, "acl")
        {
            Actions = ObjectActions.ByVersion("s3:GetObjectAcl", "s3:GetObjectVersionAcl"),
            IsForAccessPoints = true,
            Family = RequestFamily.Get,
            Handler = new S3Handler.Permitted(GetAsync),
        },
        new("PutObjectAcl", "PUT", S3Scope.Object, "acl")
        {
            Actions = ObjectActions.ByVersion("s3:PutObjectAcl", "s3:PutObjectVersionAcl"),
            IsForAccessPoints = true,
            Family = RequestFamily.Put,
            Handler = new S3Handler.Permitted(PutAsync),
        },
    ];

    /// <summary>Answers the list of a version.</summary>
    public Task GetAsync(S3Request request, BucketRecord bucket)
    {
        lookup.Require(request, bucket);
        return AclAnswer.WriteAsync(request, bucket.Owner);
    }

    /// <summary>Accepts a list that changes nothing and refuses all others.</summary>
    public Task PutAsync(S3Request request, BucketRecord bucket)
    {
        lookup.Require(request, bucket);
        AttributeReader.CheckAcl(request);
        if (request.Header("x-amz-acl") is null)
        {
            throw S3Errors.AclNotSupported();
        }

        request.Http.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
