using System.Text;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Comparison;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Web.Navigation;

namespace Mrap.Web.Hosting;

/// <summary>Where the keys about which buckets differ are exported: all of them, however many, compared anew.</summary>
public static class GapEndpoints
{
    /// <summary>Maps it beside the page, under whose rules it stands.</summary>
    public static void MapGapExport(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(ConsoleUrls.GapsCsv, ExportAsync);

    private static async Task<IResult> ExportAsync(
        string name, HttpRequest request, GetAccessPoint get, FindGaps find, CancellationToken cancellationToken)
    {
        if (!AccessPointName.Parse(name).TryGet(out var parsed))
        {
            return Results.NotFound();
        }

        if (!(await get.ReadAsync(parsed, cancellationToken)).TryGet(out var accessPoint, out var fault))
        {
            return Results.Text(
                $"{fault.WhatHappened} {fault.Why}", statusCode: fault.Status ?? StatusCodes.Status503ServiceUnavailable);
        }

        var query = GapsState.FromQuery(PageQuery.Of(request.QueryString.ToString())).Query;
        return Results.Stream(
            body => WriteAsync(body, accessPoint, query, find, cancellationToken), "text/csv; charset=utf-8", $"{name}-gaps.csv");
    }

    private static async Task WriteAsync(
        Stream body, AccessPoint accessPoint, GapQuery query, FindGaps find, CancellationToken cancellationToken)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes(GapCsv.Header(accessPoint)), cancellationToken);
        var fault = await find.ExportAsync(accessPoint, query, WriteAsync, cancellationToken);
        if (fault is not null)
        {
            // Half a file must not look like a whole one: the connection ends without the end of the answer.
            throw new IOException($"{fault.WhatHappened} {fault.Why}");
        }

        Task WriteAsync(IReadOnlyList<KeyDifference> found) =>
            body.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(found.Select(GapCsv.Line))), cancellationToken).AsTask();
    }
}
