using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Web.Data.Activity;

namespace Mrap.Web.Hosting;

/// <summary>Differences between buckets as comma-separated values: times in UTC, numbers without a culture.</summary>
public static class GapCsv
{
    private static readonly ImmutableArray<string> s_columns = ["state", "bytes", "ETag", "written (UTC)", "version"];

    /// <summary>The names of the columns, five for each bucket.</summary>
    public static string Header(AccessPoint accessPoint) => CsvLine.Write(
    [
        "Key",
        "Differs in",
        .. accessPoint.Members.SelectMany(member => s_columns.Select(column => $"{member.Region} {column}")),
    ]);

    /// <summary>One key.</summary>
    public static string Line(KeyDifference difference) => CsvLine.Write(
    [
        difference.Key,
        difference.Aspects.ToString().Replace(", ", " ", StringComparison.Ordinal),
        .. difference.Copies.SelectMany(copy => new[]
        {
            copy.State.ToString(),
            copy.Size?.ToString(CultureInfo.InvariantCulture),
            copy.ETag?.Trim('"'),
            copy.LastModified?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            copy.VersionId,
        }),
    ]);
}
