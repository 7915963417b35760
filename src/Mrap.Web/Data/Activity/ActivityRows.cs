using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;

namespace Mrap.Web.Data.Activity;

/// <summary>Which rows a query asks for. What does not limit is no condition, so that the index of what does is used.</summary>
internal static class ActivityRows
{
    public static IOrderedQueryable<ActivityRow> NewestFirst(this IQueryable<ActivityRow> rows) =>
        rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id);

    public static IQueryable<ActivityRow> Matching(this IQueryable<ActivityRow> rows, ActivityQuery query)
    {
        rows = query.User is { } user ? rows.Where(row => row.User == user) : rows;
        rows = query.Action is { } action ? rows.Where(row => row.Action == action) : rows;
        rows = query.AccessPoint is { } accessPoint ? rows.Where(row => row.AccessPoint == accessPoint) : rows;
        rows = query.Outcome is { } outcome ? rows.Where(row => row.Outcome == outcome) : rows;
        if (query.Kind is { } kind)
        {
            var actions = Enum.GetValues<ChangeAction>().Where(each => each.Target() == kind).ToList();
            rows = rows.Where(row => actions.Contains(row.Action));
        }

        rows = rows.Between(query.From, query.Until);
        return query.Cursor is { } cursor ? rows.OlderThan(cursor.At.UtcTicks, ActivityMapper.IdOf(cursor.Id)) : rows;
    }

    /// <summary>Those that stand after a place in the order of <see cref="NewestFirst"/>.</summary>
    public static IQueryable<ActivityRow> OlderThan(this IQueryable<ActivityRow> rows, long at, string id) =>
#pragma warning disable CA1309 // The database compares byte by byte, and only this form of a comparison is translated for it.
        rows.Where(row => row.At < at || (row.At == at && string.Compare(row.Id, id) < 0));
#pragma warning restore CA1309

    private static IQueryable<ActivityRow> Between(this IQueryable<ActivityRow> rows, DateTimeOffset? from, DateTimeOffset? until)
    {
        var (first, end) = (from?.UtcTicks, until?.UtcTicks);
        rows = first is { } start ? rows.Where(row => row.At >= start) : rows;
        return end is { } stop ? rows.Where(row => row.At < stop) : rows;
    }
}
