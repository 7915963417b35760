using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Faults;
using Mrap.Signing.Keys;
using Mrap.Signing.Signatures;

namespace Mrap.Sandbox.DataPlane;

/// <summary>Which Region a request is signed for and which it is for.</summary>
internal sealed class EndpointRegions(RegionStores stores)
{
    /// <summary>Refuses a signature that does not hold in every Region an access point may lead to.</summary>
    /// <exception cref="ServiceException">It is for another service, of Version 4, or not for the Region.</exception>
    public static void RequireV4A(RequestSignature signature, RegionId region)
    {
        RequireService(signature);
        if (signature.Algorithm == SigningAlgorithm.V4 || !signature.HoldsIn(region.Value))
        {
            throw ServiceException.Of(SignatureFaults.WrongRegion(signature, region.Value));
        }
    }

    /// <summary>Refuses a signature for another service.</summary>
    /// <exception cref="ServiceException">It is.</exception>
    public static void RequireService(RequestSignature signature)
    {
        if (signature.Scope.Service != "s3")
        {
            throw ServiceException.Of(SignatureFaults.WrongService(signature, "s3"));
        }
    }

    /// <summary>The Region of a request to the root of S3.</summary>
    /// <exception cref="ServiceException">There is no such Region, or the signature is for another.</exception>
    public static RegionId Of(RequestSignature? signature, RequestAddress.Root address) => address.IsDirect
        ? ScopeRegion(signature) ?? RegionCatalog.Default
        : EndpointRegion(signature, address.Endpoint ?? RegionCatalog.Default);

    /// <summary>The Region of a request to a bucket.</summary>
    /// <param name="bucket">The bucket; null when its name cannot be one.</param>
    /// <exception cref="ServiceException">There is no such Region, or the signature is for another.</exception>
    public RegionId Of(RequestSignature? signature, RequestAddress.Bucket address, BucketName? bucket)
    {
        var home = bucket is { } name ? stores.FindBucket(name)?.Region : null;
        if (address.IsDirect)
        {
            return ScopeRegion(signature) ?? home ?? RegionCatalog.Default;
        }

        // The global name of a bucket leads to the bucket's own Region; a path on the global endpoint stays in N. Virginia.
        var endpoint = address.Endpoint ?? (address.IsVirtualHost ? home : null) ?? RegionCatalog.Default;
        return EndpointRegion(signature, endpoint);
    }

    // On the direct endpoint the client's own Region counts as the endpoint's; a set of Regions names none in particular.
    private static RegionId? ScopeRegion(RequestSignature? signature)
    {
        if (signature is null)
        {
            return null;
        }

        RequireService(signature);
        if (signature.Scope.Region is not { } text)
        {
            return null;
        }

        return RegionId.Parse(text).TryGet(out var region) && RegionCatalog.Find(region) is { IsCommercial: true }
            ? region
            : throw ServiceException.Of(SignatureFaults.WrongRegion(signature, RegionCatalog.Default.Value));
    }

    private static RegionId EndpointRegion(RequestSignature? signature, RegionId endpoint)
    {
        if (RegionCatalog.Find(endpoint) is not { IsCommercial: true })
        {
            throw ServiceErrors.InvalidRequest($"There is no Region `{endpoint}`.");
        }

        if (signature is not null)
        {
            RequireService(signature);
            if (!signature.HoldsIn(endpoint.Value))
            {
                throw ServiceException.Of(SignatureFaults.WrongRegion(signature, endpoint.Value));
            }
        }

        return endpoint;
    }
}
