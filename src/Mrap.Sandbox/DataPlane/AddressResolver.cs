using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Signatures;

namespace Mrap.Sandbox.DataPlane;

/// <summary>Finds the Region, the bucket and the access point that an address leads to, and who asks.</summary>
internal sealed class AddressResolver(
    EndpointRegions regions, Authenticator authenticator, AccessPointRouting routing, ClientVantage clients, RegionConditions conditions,
    SandboxOptions options)
{
    private const string RegionHeader = "x-sandbox-region";
    private const string NoteHeader = "x-sandbox-note";
    private const string AliasNote =
        "AWS does not accept an alias as a bucket name: use the access point ARN there, which signs with SigV4A.";

    /// <summary>Resolves the address of a request, and tells its answer and its observation what is found.</summary>
    /// <exception cref="ServiceException">It leads nowhere, or its signature is not good there.</exception>
    public ResolvedAddress Resolve(Exchange exchange, RequestAddress.DataPlane address)
    {
        var vantage = clients.Of(exchange.Http);
        exchange.Observation.Vantage = vantage.Id;
        return address switch
        {
            RequestAddress.AccessPoint point => Resolve(exchange, point, vantage),
            RequestAddress.Bucket { IsDirect: true } bucket when options.AliasAsBucket && routing.Serving(bucket.Name) is not null =>
                ResolveAlias(exchange, bucket.Name, vantage),
            RequestAddress.Bucket bucket => Resolve(exchange, bucket),
            RequestAddress.Root root =>
                Resolve(exchange, root),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private ResolvedAddress Resolve(Exchange exchange, RequestAddress.Root address)
    {
        var region = EndpointRegions.Of(exchange.Signature, address);
        return Found(exchange, new(Authenticate(exchange, region), region, null, string.Empty, null));
    }

    // By its global host name an access point takes Signature Version 4A only, and nobody anonymous.
    private ResolvedAddress Resolve(Exchange exchange, RequestAddress.AccessPoint address, Vantage vantage)
    {
        var served = Route(exchange, address.Alias, vantage);
        var signature = exchange.Signature ?? throw ServiceErrors.AccessDenied();
        EndpointRegions.RequireV4A(signature, served.Route.Region);
        return Found(exchange, served, Verify(exchange, signature, AwsService.S3Global, served.Route.Region));
    }

    // The easy mode: AWS would look for a bucket of that name and find none.
    private ResolvedAddress ResolveAlias(Exchange exchange, string alias, Vantage vantage)
    {
        exchange.Http.Response.Headers[NoteHeader] = AliasNote;
        exchange.Observation.AccessPoint = alias;
        var signature = exchange.Signature ?? throw ServiceErrors.AccessDenied();
        EndpointRegions.RequireService(signature);
        var served = Route(exchange, alias, vantage);
        return Found(exchange, served, Verify(exchange, signature, AwsService.S3, served.Route.Region));
    }

    private ResolvedAddress Resolve(Exchange exchange, RequestAddress.Bucket address)
    {
        var bucket = BucketName.Parse(address.Name).TryGet(out var name) ? name : (BucketName?)null;
        var region = regions.Of(exchange.Signature, address, bucket);
        return Found(exchange, new(Authenticate(exchange, region), region, bucket, address.Name, AccessPoint: null));
    }

    private ServedRoute Route(Exchange exchange, string alias, Vantage vantage)
    {
        exchange.Observation.AccessPoint = alias;
        var served = routing.Route(alias, vantage);
        Tell(exchange, served.Route.Region);
        return served;
    }

    private static ResolvedAddress Found(Exchange exchange, ServedRoute served, Authentication authentication) => Found(
        exchange, new(authentication, served.Route.Region, served.Route.Bucket, served.Route.Bucket.Value, served.Record));

    private static ResolvedAddress Found(Exchange exchange, ResolvedAddress resolved)
    {
        exchange.Observation.Bucket = resolved.Bucket?.Value;
        Tell(exchange, resolved.Region);
        return resolved;
    }

    private static void Tell(Exchange exchange, RegionId region)
    {
        exchange.Observation.Region = region.Value;
        exchange.Http.Response.Headers[RegionHeader] = region.Value;
    }

    private Authentication Authenticate(Exchange exchange, RegionId region) => exchange.Signature is { } signature
        ? Verify(exchange, signature, AwsService.S3, region)
        : Authenticator.Anonymous(exchange.Http.Request);

    private Authentication Verify(Exchange exchange, RequestSignature signature, AwsService service, RegionId region)
    {
        var authentication = authenticator.Verify(
            exchange.Http.Request, exchange.Target, signature, service, payloadHash: null, conditions.SkewOf(region));
        exchange.Observation.Caller = (authentication.Caller as Caller.Signed)?.Arn;
        return authentication;
    }
}
