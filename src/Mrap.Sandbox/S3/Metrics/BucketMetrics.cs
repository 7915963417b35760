using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Metrics;

/// <summary>
/// PutBucketMetricsConfiguration, GetBucketMetricsConfiguration, DeleteBucketMetricsConfiguration and ListBucketMetricsConfigurations.
/// </summary>
internal sealed class BucketMetrics : IS3Operations, IDisposable
{
    /// <summary>The name of the operation that puts a configuration.</summary>
    public const string Put = "PutBucketMetricsConfiguration";

    private const int MaxConfigurations = 1000;
    private const int PageSize = 100;

    // All configurations of a bucket are stored together, so that they are changed one at a time.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetBucketMetricsConfiguration", "GET", S3Scope.Bucket, MetricsDocument.Kind)
        {
            When = request => request.Query.ContainsKey("id"),
            Actions = RequiredActions.Always("s3:GetMetricsConfiguration"),
            Handler = new S3Handler.Permitted(GetAsync),
        },
        new("ListBucketMetricsConfigurations", "GET", S3Scope.Bucket, MetricsDocument.Kind)
        {
            Actions = RequiredActions.Always("s3:GetMetricsConfiguration"),
            Handler = new S3Handler.Permitted(ListAsync),
        },
        new(Put, "PUT", S3Scope.Bucket, MetricsDocument.Kind)
        {
            Actions = RequiredActions.Always("s3:PutMetricsConfiguration"),
            Handler = new S3Handler.Permitted(PutAsync),
        },
        new("DeleteBucketMetricsConfiguration", "DELETE", S3Scope.Bucket, MetricsDocument.Kind)
        {
            Actions = RequiredActions.Always("s3:PutMetricsConfiguration"),
            Handler = new S3Handler.Permitted(DeleteAsync),
        },
    ];

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static Task GetAsync(S3Request request, BucketRecord bucket)
    {
        var id = MetricsDocument.CheckId(request.Query("id") ?? string.Empty);
        var found = Stored(request, bucket).FirstOrDefault(c => c.Id == id) ?? throw NoSuchConfiguration(bucket);
        return S3XmlAnswer.WriteAsync(request, MetricsDocument.Root, writer => MetricsDocument.WriteTo(writer, found));
    }

    private static Task ListAsync(S3Request request, BucketRecord bucket)
    {
        var scope = "metrics:" + bucket.Name.Value;
        var token = request.Query("continuation-token");
        var after = token is null
            ? null
            : OpaqueToken.Read(scope, token)
                ?? throw S3Errors.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
        var rest = Stored(request, bucket)
            .Where(c => after is null || string.CompareOrdinal(c.Id, after) > 0)
            .Take(PageSize + 1)
            .ToList();
        return S3XmlAnswer.WriteAsync(request, "ListMetricsConfigurationsResult", writer =>
        {
            writer.OptionalElement("ContinuationToken", token);
            foreach (var configuration in rest.Take(PageSize))
            {
                writer.Group(MetricsDocument.Root, () => MetricsDocument.WriteTo(writer, configuration));
            }

            writer.Element("IsTruncated", rest.Count > PageSize);
            writer.OptionalElement("NextContinuationToken", rest.Count > PageSize ? OpaqueToken.Make(scope, rest[PageSize - 1].Id) : null);
        });
    }

    private static ImmutableArray<MetricsConfiguration> Stored(S3Request request, BucketRecord bucket) =>
        MetricsDocument.Stored(request.Store.FindConfiguration(bucket.Name, MetricsDocument.Kind)).All;

    private static ServiceException NoSuchConfiguration(BucketRecord bucket) =>
        S3Errors.NotFound("NoSuchConfiguration", "The specified configuration does not exist.", bucket.Name.Value);

    private async Task PutAsync(S3Request request, BucketRecord bucket)
    {
        var document = await XmlBody.ReadAsync(request, MetricsDocument.Root, XmlBody.OrdinaryLimit);
        var wanted = MetricsDocument.ReadRequest(document, request.Query("id") ?? string.Empty);
        await ChangeAsync(request, bucket, all =>
        {
            var others = all.RemoveAll(c => c.Id == wanted.Id);
            return others.Length < MaxConfigurations
                ? others.Add(wanted)
                : throw ServiceException.Of(
                    400, "TooManyConfigurations",
                    "You are attempting to create a new configuration but have already reached the 1,000-configuration limit.");
        });
        request.Http.Response.ContentLength = 0;
    }

    private async Task DeleteAsync(S3Request request, BucketRecord bucket)
    {
        var id = MetricsDocument.CheckId(request.Query("id") ?? string.Empty);
        await ChangeAsync(
            request, bucket, all => all.RemoveAll(c => c.Id == id) is var others && others.Length < all.Length
                ? others
                : throw NoSuchConfiguration(bucket));
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task ChangeAsync(
        S3Request request, BucketRecord bucket, Func<ImmutableArray<MetricsConfiguration>, ImmutableArray<MetricsConfiguration>> change)
    {
        await _turn.WaitAsync(request.Aborted());
        try
        {
            var document = MetricsDocument.Write(change(Stored(request, bucket)));
            await request.Store.SetConfigurationAsync(bucket.Name, MetricsDocument.Kind, document, request.Aborted());
        }
        finally
        {
            _turn.Release();
        }
    }
}
