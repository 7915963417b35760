using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Observation;

namespace Mrap.Sandbox.S3.Protocol;

/// <summary>An operation of Amazon S3: how a request for it looks, what it takes to be let in, and what carries it out.</summary>
/// <param name="Name">Its name in the API Reference, such as <c>GetObjectTagging</c>; unique.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Scope">What it works on.</param>
/// <param name="SubResource">The query parameter that addresses it; null for the object, bucket or service itself.</param>
internal sealed record S3Operation(string Name, string Method, S3Scope Scope, string? SubResource = null)
{
    /// <summary>
    /// Tells it from another operation of the same method and sub-resource, which has no such condition; null when it is that other one.
    /// </summary>
    public Func<HttpRequest, bool>? When { get; init; }

    /// <summary>Refuses a request whose query cannot be meant, before anything else is looked at; null when there is nothing to check.
    /// </summary>
    public Action<HttpRequest>? CheckQuery { get; init; }

    /// <summary>The actions it needs (Amazon S3 User Guide, "Required permissions for Amazon S3 API operations").</summary>
    public required Func<HttpRequest, RequiredActions> Actions { get; init; }

    /// <summary>
    /// Whether it may come through a Multi-Region Access Point; all others answer 405 (Amazon S3 User Guide, "Using Multi-Region Access
    /// Points with supported API operations").
    /// </summary>
    public bool IsForAccessPoints { get; init; }

    /// <summary>Which request metric counts it.</summary>
    public RequestFamily Family { get; init; }

    /// <summary>Whether a denial still tells the Region of the bucket, as that of HeadBucket does.</summary>
    public bool TellsRegion { get; init; }

    /// <summary>
    /// Whether it is about the policy of a bucket, from which the root user of its owner cannot be locked out, and into which nobody of
    /// another account gets (AWS page "PutBucketPolicy").
    /// </summary>
    public bool IsOfBucketPolicy { get; init; }

    /// <summary>Carries it out.</summary>
    public required S3Handler Handler { get; init; }
}
