using System.Text;
using Mrap.Aws.Activity;
using Mrap.Aws.Faults;
using Mrap.Web.Data.Activity;
using Mrap.Web.Navigation;

namespace Mrap.Web.Hosting;

/// <summary>Where the activity log is exported: the list of the page, with the filter of its address, as one file.</summary>
public static class ActivityEndpoints
{
    /// <summary>Maps it beside the page, under whose rules it stands.</summary>
    public static void MapActivityExport(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(ConsoleUrls.ActivityCsv, ExportAsync);

    private static async Task<IResult> ExportAsync(
        HttpRequest request, ReadActivity activity, TimeProvider time, CancellationToken cancellationToken)
    {
        var state = ActivityState.FromQuery(PageQuery.Of(request.QueryString.ToString()));
        var query = state.ToLogQuery(time.GetUtcNow()) with { Count = ActivityQuery.MaxCount };
        var first = await activity.ListAsync(query, cancellationToken);
        if (!first.TryGet(out var page, out var fault))
        {
            return Results.Text($"{fault.WhatHappened} {fault.Why}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        // Its length is not known: it is sent page by page, and never stands in memory as a whole.
        return Results.Stream(
            body => WriteAsync(body, activity, query, page, cancellationToken), "text/csv; charset=utf-8", "activity.csv");
    }

    private static async Task WriteAsync(
        Stream body, ReadActivity activity, ActivityQuery query, ActivityPage page, CancellationToken cancellationToken)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes(ActivityCsv.Header), cancellationToken);
        while (true)
        {
            foreach (var entry in page.Entries)
            {
                await body.WriteAsync(Encoding.UTF8.GetBytes(ActivityCsv.Line(entry)), cancellationToken);
            }

            if (page.Next is null)
            {
                return;
            }

            var next = await activity.ListAsync(query with { Cursor = page.Next }, cancellationToken);
            page = next.TryGet(out var found, out var fault) ? found : throw Torn(fault);
        }
    }

    // Half a file must not look like a whole one: the connection ends without the end of the answer.
    private static IOException Torn(AwsFault fault) => new($"{fault.WhatHappened} {fault.Why}");
}
