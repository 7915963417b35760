using Mrap.Sandbox.Control;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.DataPlane;

/// <summary>Takes a request to a bucket or an access point to the Region that serves it, and into the S3 operations.</summary>
internal sealed class DataPlaneService(
    AddressResolver resolver, S3Service service, S3OperationDirectory operations, RegionStores stores, RegionConditions conditions,
    NetworkDelays delays, TimeProvider time)
{
    /// <summary>Serves a request.</summary>
    /// <exception cref="ServiceException">The request is refused.</exception>
    public async Task ServeAsync(Exchange exchange, RequestAddress.DataPlane address)
    {
        exchange.Observation.Key = address.Key;
        var resolved = resolver.Resolve(exchange, address);
        await delays.ApplyAsync(exchange.Observation.Vantage, resolved.Region, exchange.Http.RequestAborted);
        await conditions.ApplyAsync(resolved.Region, exchange.Http.RequestAborted);
        await using var body = RequestBody.Open(exchange.Http.Request, resolved.Authentication, time);
        var operation = operations.Require(
            exchange.Http.Request, resolved.BucketText, address.Key, isThroughAccessPoint: resolved.AccessPoint is not null);
        exchange.Observation.Operation = operation.Name;
        exchange.Observation.Family = operation.Family;
        var request = new S3Request
        {
            Exchange = exchange,
            Operation = operation,
            Caller = resolved.Authentication.Caller,
            Region = resolved.Region,
            Bucket = resolved.Bucket,
            BucketText = resolved.BucketText,
            Key = address.Key,
            AccessPoint = resolved.AccessPoint,
            Body = body,
            BodyLength = body.AnnouncedLength,
            Trailers = body.Trailers,
            Store = stores.Get(resolved.Region),
        };
        try
        {
            await service.HandleAsync(request);
        }
        finally
        {
            exchange.Observation.BytesIn = body.Received;
        }
    }
}
