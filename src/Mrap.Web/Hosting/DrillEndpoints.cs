using System.Text;
using Mrap.Core.Drills.Reports;
using Mrap.Web.Data.Drills;
using Mrap.Web.Navigation;

namespace Mrap.Web.Hosting;

/// <summary>Where the reports of drills are taken along as files.</summary>
public static class DrillEndpoints
{
    /// <summary>Maps them beside their page, under whose rules they stand.</summary>
    public static void MapDrillReports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(ConsoleUrls.DrillJson("{id}"), ReadJsonAsync);
        endpoints.MapGet(ConsoleUrls.DrillMarkdown("{id}"), ReadMarkdownAsync);
    }

    private static Task<IResult> ReadJsonAsync(string id, DrillStore store, CancellationToken cancellationToken) => ReadAsync(
        id, store, saved => DrillReportJson.Write(saved.Report), "application/json", "json", cancellationToken);

    private static Task<IResult> ReadMarkdownAsync(string id, DrillStore store, CancellationToken cancellationToken) => ReadAsync(
        id, store, saved => DrillReportMarkdown.Write(saved.Report, saved.PreviousReport), "text/markdown", "md", cancellationToken);

    private static async Task<IResult> ReadAsync(
        string id, DrillStore store, Func<SavedReport, string> write, string type, string extension, CancellationToken cancellationToken)
    {
        var outcome = await store.FindAsync(id, cancellationToken);
        if (!outcome.TryGet(out var saved, out var fault))
        {
            return Results.Text(
                $"{fault.WhatHappened} {fault.Why}",
                statusCode: fault.Code == DrillStore.NoSuchDrill ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable);
        }

        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"drill-{saved.Drill.At:yyyyMMdd-HHmmss}.{extension}");
        return Results.File(Encoding.UTF8.GetBytes(write(saved)), $"{type}; charset=utf-8", name);
    }
}
