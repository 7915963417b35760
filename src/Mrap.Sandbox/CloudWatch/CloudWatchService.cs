using System.Collections.Frozen;
using System.IO.Compression;
using Mrap.Core.Regions;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.CloudWatch;

/// <summary>Amazon CloudWatch, metrics and alarms, in every Region for itself.</summary>
internal sealed class CloudWatchService(
    IEnumerable<ICloudWatchOperations> groups, ServiceAuthorizer authorizer, RegionConditions conditions, TimeProvider time)
    : ISignedService
{
    private readonly FrozenDictionary<string, CloudWatchOperation> _operations = groups.SelectMany(group => group.Operations)
        .ToFrozenDictionary(operation => operation.Name, StringComparer.Ordinal);

    /// <summary>How it is addressed and signed for.</summary>
    public static AwsService Descriptor { get; } = new(
        "CloudWatch", "monitoring", ErrorForm.QueryCompatible(CloudWatchProtocol.XmlNamespace, "com.amazonaws.cloudwatch"), "monitoring",
        "monitoring-fips");

    /// <inheritdoc/>
    public AwsService Service => Descriptor;

    /// <summary>The most bytes of a call, compressed or not (CloudWatch API Reference, "PutMetricData").</summary>
    public int MaxBody => 1 << 20;

    /// <inheritdoc/>
    public async Task ServeAsync(ServiceCall call)
    {
        var exchange = call.Exchange;
        var region = RegionOf(call);
        exchange.Observation.Region = region.Value;
        await conditions.ApplyAsync(region, exchange.Http.RequestAborted);
        var protocol = CloudWatchProtocol.Read(call, await DecompressAsync(call));
        if (!_operations.TryGetValue(protocol.Operation, out var operation))
        {
            throw QueryErrors.InvalidAction(protocol.Operation);
        }

        exchange.Observation.Operation = operation.Name;
        var asked = new CloudWatchCall(exchange, call.Caller, region.Value, protocol.Input, time.GetUtcNow());
        foreach (var resource in operation.Resources(asked))
        {
            authorizer.Require(exchange, call.Caller, "cloudwatch:" + operation.Name, resource, call.Caller.Account);
        }

        protocol.Answer(exchange, operation.Name, operation.Answer(asked));
    }

    private static RegionId RegionOf(ServiceCall call)
    {
        var region = call.Endpoint
            ?? (RegionId.Parse(call.Exchange.Signature?.Scope.Region ?? string.Empty).TryGet(out var signed)
                ? signed
                : RegionCatalog.Default);
        return RegionCatalog.Find(region) is { IsCommercial: true }
            ? region
            : throw CloudWatchErrors.InvalidValue($"There is no Region {region}.");
    }

    private async Task<ReadOnlyMemory<byte>> DecompressAsync(ServiceCall call)
    {
        var encoding = call.Exchange.Http.Request.Headers.ContentEncoding.ToString();
        if (encoding.Length == 0 || call.Body.IsEmpty)
        {
            return call.Body;
        }

        if (!encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase))
        {
            throw CloudWatchErrors.Unreadable("The body may be compressed with gzip only.");
        }

        try
        {
            await using var gzip = new GZipStream(new MemoryStream(call.Body.ToArray()), CompressionMode.Decompress);
            return await WholeBody.ReadAsync(gzip, MaxBody, call.Exchange.Http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw CloudWatchErrors.Unreadable("The body cannot be decompressed.");
        }
    }
}
