using Microsoft.AspNetCore.Http;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Signatures;
using Caller = Mrap.Sandbox.Identity.Caller;

namespace Mrap.Sandbox.S3.Protocol;

/// <summary>A data-plane request that was addressed, authenticated and routed: everything an S3 operation needs.</summary>
internal sealed class S3Request
{
    /// <summary>The exchange to answer.</summary>
    public required Exchange Exchange { get; init; }

    /// <summary>Its HTTP side. Operations read headers and query here, never the body or the path.</summary>
    public HttpContext Http => Exchange.Http;

    /// <summary>What it asks for.</summary>
    public required S3Operation Operation { get; init; }

    /// <summary>Who sent it.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The Region that serves it.</summary>
    public required RegionId Region { get; init; }

    /// <summary>The bucket; null for ListBuckets, or when the name in the address is not a bucket name at all.</summary>
    public required BucketName? Bucket { get; init; }

    /// <summary>The name in the address as it came, for error texts.</summary>
    public required string BucketText { get; init; }

    /// <summary>The key, percent-decoded once, exactly as the client meant it; null when the address ends at the bucket.</summary>
    public required string? Key { get; init; }

    /// <summary>The access point it came through; null for a request to the bucket itself.</summary>
    public required AccessPointRecord? AccessPoint { get; init; }

    /// <summary>Its signature, verified; null when it carries none.</summary>
    public RequestSignature? Signature => Exchange.Signature;

    /// <summary>
    /// The body: chunk framing removed, chunk signatures, trailer signature, announced length and signed payload hash checked as it is read
    /// to its end.
    /// A body that fails a check throws <see cref="ServiceException"/> from the read that notices, at the latest from the one that would
    /// return
    /// 0.
    /// </summary>
    public required Stream Body { get; init; }

    /// <summary>The length of the decoded body in bytes; null when it was not announced.</summary>
    public required long? BodyLength { get; init; }

    /// <summary>Trailing headers by lower-case name; complete once <see cref="Body"/> was read to its end.</summary>
    public required IReadOnlyDictionary<string, string> Trailers { get; init; }

    /// <summary>The store of the Region.</summary>
    public required RegionStore Store { get; init; }
}
