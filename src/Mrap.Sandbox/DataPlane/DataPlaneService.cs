using Microsoft.AspNetCore.Http;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Sandbox.Configuration;
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
internal sealed partial class DataPlaneService(
    S3Service service,
    S3OperationDirectory operations,
    RegionStores stores,
    Authenticator authenticator,
    AccessPointRouting routing,
    RegionConditions conditions,
    ClientVantage clients,
    RequestJournal journal,
    SandboxOptions options,
    TimeProvider time)
{
    private const string RegionHeader = "x-sandbox-region";
    private const string NoteHeader = "x-sandbox-note";
    private const string AliasNote =
        "AWS does not accept an alias as a bucket name: use the access point ARN there, which signs with SigV4A.";

    /// <summary>Serves a request to an access point by its global host name: Signature Version 4A only, never anonymous.</summary>
    public Task ServeAccessPointAsync(Exchange exchange, RequestAddress.AccessPoint address) =>
        RecordAsync(exchange, address.Key, async entry =>
    {
        var vantage = clients.Of(exchange.Http);
        entry.Vantage = vantage.Id;
        entry.AccessPoint = address.Alias;
        var served = Route(exchange, entry, address.Alias, vantage);
        var region = served.Route.Region;
        var signature = exchange.Signature ?? throw ServiceErrors.AccessDenied();
        CheckSignature(signature, region);
        var authentication = authenticator.Verify(exchange.Http.Request, exchange.Target, signature, AwsService.S3Global);
        await ServeAsync(
            exchange, entry, authentication, region, served.Route.Bucket, served.Route.Bucket.Value, address.Key, served.Record);
    });

    /// <summary>Serves a request to a bucket, or to the root of S3 when it names none.</summary>
    public Task ServeBucketAsync(Exchange exchange, RequestAddress.Bucket address) => RecordAsync(exchange, address.Key, async entry =>
    {
        var vantage = clients.Of(exchange.Http);
        entry.Vantage = vantage.Id;
        if (address.IsDirect && options.AliasAsBucket && routing.Serving(address.Name) is not null)
        {
            await ServeAliasAsync(exchange, entry, address, vantage);
            return;
        }

        var bucket = BucketName.Parse(address.Name).TryGet(out var name) ? name : (BucketName?)null;
        var region = RegionOf(exchange.Signature, address, bucket);
        await ServeAsync(exchange, entry, Authenticate(exchange), region, bucket, address.Name, address.Key, accessPoint: null);
    });

    /// <summary>Serves a request to the root of S3.</summary>
    public Task ServeRootAsync(Exchange exchange, RequestAddress.Root address) => RecordAsync(exchange, key: null, async entry =>
    {
        entry.Vantage = clients.Of(exchange.Http).Id;
        var region = address.IsDirect
            ? ScopeRegion(exchange.Signature) ?? RegionCatalog.Default
            : EndpointRegion(exchange.Signature, address.Endpoint ?? RegionCatalog.Default);
        await ServeAsync(exchange, entry, Authenticate(exchange), region, bucket: null, string.Empty, key: null, accessPoint: null);
    });

    // The easy mode: AWS would look for a bucket of that name and find none.
    private async Task ServeAliasAsync(Exchange exchange, OpenEntry entry, RequestAddress.Bucket address, Vantage vantage)
    {
        exchange.Http.Response.Headers[NoteHeader] = AliasNote;
        entry.AccessPoint = address.Name;
        if (exchange.Signature is not { } signature)
        {
            throw ServiceErrors.AccessDenied();
        }

        CheckService(signature);
        var authentication = authenticator.Verify(exchange.Http.Request, exchange.Target, signature, AwsService.S3);
        var served = Route(exchange, entry, address.Name, vantage);
        await ServeAsync(
            exchange, entry, authentication, served.Route.Region, served.Route.Bucket, served.Route.Bucket.Value, address.Key,
            served.Record);
    }

    private ServedRoute Route(Exchange exchange, OpenEntry entry, string alias, Vantage vantage)
    {
        var served = routing.Route(alias, vantage);
        entry.Region = served.Route.Region.Value;
        exchange.Http.Response.Headers[RegionHeader] = served.Route.Region.Value;
        return served;
    }

    private async Task ServeAsync(
        Exchange exchange, OpenEntry entry, Authentication authentication, RegionId region, BucketName? bucket, string bucketText,
        string? key, AccessPointRecord? accessPoint)
    {
        entry.Region = region.Value;
        entry.Bucket = bucket?.Value;
        exchange.Http.Response.Headers[RegionHeader] = region.Value;
        await conditions.ApplyAsync(region, exchange.Http.RequestAborted);
        await using var body = RequestBody.Open(exchange.Http.Request, authentication, time);
        var request = new S3Request
        {
            Operation = operations.Require(exchange.Http.Request, bucketText, key, accessPoint is not null),
            Http = exchange.Http,
            RequestId = exchange.Ids.RequestId,
            Caller = authentication.Caller,
            Region = region,
            Bucket = bucket,
            BucketText = bucketText,
            Key = key,
            AccessPoint = accessPoint,
            Signature = exchange.Signature,
            Body = body,
            BodyLength = body.AnnouncedLength,
            Trailers = body.Trailers,
            Store = stores.Get(region),
        };
        entry.Request = request;
        await service.HandleAsync(request);
    }

    private Authentication Authenticate(Exchange exchange) => exchange.Signature is { } signature
        ? authenticator.Verify(exchange.Http.Request, exchange.Target, signature, AwsService.S3)
        : Authenticator.Anonymous(exchange.Http.Request);

    private async Task RecordAsync(Exchange exchange, string? key, Func<OpenEntry, Task> serve)
    {
        var entry = new OpenEntry();
        var arrived = time.GetUtcNow();
        var started = time.GetTimestamp();
        string? errorCode = null;
        var status = 0;
        try
        {
            await serve(entry);
            status = exchange.Http.Response.StatusCode;
        }
        catch (ServiceException refusal)
        {
            errorCode = refusal.Error.Code;
            status = refusal.Error.Status;
            throw;
        }
        finally
        {
            journal.Add(new JournalEntry(
                arrived,
                exchange.Ids.RequestId,
                entry.Vantage,
                exchange.Http.Request.Method,
                entry.AccessPoint,
                entry.Bucket,
                key,
                entry.Region,
                status == 0 ? 500 : status,
                errorCode,
                DecisionOf(entry, status),
                entry.Request is { Decision: { } decided } request
                    ? new JournalDecision(decided, request.AccessPoint is not null, request.Bucket is not null)
                    : null,
                time.GetElapsedTime(started).TotalMilliseconds));
        }
    }

    // a request that ended before any policy was asked was let in unless it was refused for who sent it
    private static string DecisionOf(OpenEntry entry, int status) =>
        (entry.Request?.Decision?.IsAllowed ?? (status != StatusCodes.Status403Forbidden)) ? "allow" : "deny";

    /// <summary>What becomes known of a request on its way.</summary>
    private sealed class OpenEntry
    {
        public string? Vantage { get; set; }

        public string? AccessPoint { get; set; }

        public string? Bucket { get; set; }

        public string? Region { get; set; }

        public S3Request? Request { get; set; }
    }
}
