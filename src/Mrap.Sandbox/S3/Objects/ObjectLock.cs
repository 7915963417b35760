using System.Collections.Immutable;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>Retention and legal hold of objects in buckets that lock none.</summary>
internal sealed class ObjectLock : IS3Operations
{
    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        Of("GetObjectRetention", "GET", "retention", RequestFamily.Get),
        Of("PutObjectRetention", "PUT", "retention", RequestFamily.Put),
        Of("GetObjectLegalHold", "GET", "legal-hold", RequestFamily.Get),
        Of("PutObjectLegalHold", "PUT", "legal-hold", RequestFamily.Put),
    ];

    private static S3Operation Of(string name, string method, string subResource, RequestFamily family) =>
        new(name, method, S3Scope.Object, subResource)
        {
            Actions = RequiredActions.Always("s3:" + name),
            IsForAccessPoints = true,
            Family = family,
            Handler = new S3Handler.Permitted(RefuseAsync),
        };

    private static Task RefuseAsync(S3Request request, BucketRecord bucket) =>
        throw ServiceErrors.InvalidRequest("Bucket is missing Object Lock Configuration");
}
