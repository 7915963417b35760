using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Faults;
using Mrap.Signing.Keys;
using Mrap.Signing.Signatures;

namespace Mrap.Sandbox.DataPlane;

/// <content>Which Region a request is signed for and which it is for.</content>
internal sealed partial class DataPlaneService
{
    private static void CheckSignature(RequestSignature signature, RegionId region)
    {
        CheckService(signature);
        if (signature.Algorithm == SigningAlgorithm.V4 || !signature.HoldsIn(region.Value))
        {
            throw ServiceException.Of(SignatureFaults.WrongRegion(signature, region.Value));
        }
    }

    private RegionId RegionOf(RequestSignature? signature, RequestAddress.Bucket address, BucketName? bucket)
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

        CheckService(signature);
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
            CheckService(signature);
            if (!signature.HoldsIn(endpoint.Value))
            {
                throw ServiceException.Of(SignatureFaults.WrongRegion(signature, endpoint.Value));
            }
        }

        return endpoint;
    }

    private static void CheckService(RequestSignature signature)
    {
        if (signature.Scope.Service != "s3")
        {
            throw ServiceException.Of(SignatureFaults.WrongService(signature, "s3"));
        }
    }
}
