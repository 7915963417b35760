using System.Collections.Immutable;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.List;

/// <summary>What the list shows, as its address says it.</summary>
/// <param name="Text">Part of a name, an alias or a bucket; empty for any.</param>
/// <param name="Status">The state; null for any.</param>
/// <param name="Region">A Region that has a bucket; null for any.</param>
/// <param name="Sort">The order.</param>
/// <param name="IsDescending">Whether the order is turned round.</param>
public sealed record AccessPointFilter(string Text, AccessPointStatus? Status, RegionId? Region, AccessPointSort Sort, bool IsDescending)
    : IPageState<AccessPointFilter>
{
    /// <summary>Everything, by name.</summary>
    public static AccessPointFilter None { get; } =
        new(string.Empty, Status: null, Region: null, AccessPointSort.Name, IsDescending: false);

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrowing => Text.Length > 0 || Status is not null || Region is not null;

    /// <summary>The address of the list with this filter.</summary>
    public string Url => ConsoleUrls.WithQuery(ConsoleUrls.AccessPoints, ToQuery());

    /// <inheritdoc/>
    public static AccessPointFilter FromQuery(PageQuery query)
    {
        var (sort, isDescending) = query.Value("sort", ReadSort, "name, status, regions or created, with a minus for the other way round")
            ?? (AccessPointSort.Name, false);
        return new AccessPointFilter(
            query.Text("q")?.Trim() ?? string.Empty,
            query.Value(
                "status",
                text =>
                    AccessPointStatusText.Parse(text.ToUpperInvariant()) is { IsValid: true } state
                        ? state.Value
                        : (AccessPointStatus?)null,
                "the state of an access point, such as ready"),
            query.Region("region"),
            sort,
            isDescending);
    }

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
    [
        ("q", Text),
        ("status", Status is { } status ? status.ToWire().ToLowerInvariant() : null),
        ("region", Region?.Value),
        (
            "sort",
            Sort == AccessPointSort.Name && !IsDescending
                ? null
                : $"{(IsDescending ? "-" : string.Empty)}{PageQuery.NameOf(Sort)}"),
    ];

    /// <summary>The same filter in the order of a column: once more on the same column turns it round.</summary>
    public AccessPointFilter SortedBy(AccessPointSort sort) => this with { Sort = sort, IsDescending = Sort == sort && !IsDescending };

    /// <summary>The rows that match, in order.</summary>
    public ImmutableArray<AccessPointRow> Apply(ImmutableArray<AccessPointRow> rows)
    {
        var matching = rows.Where(Matches).OrderBy(row => row.AccessPoint.Name);
        var sorted = Sort switch
        {
            AccessPointSort.Status => matching.OrderBy(row => row.AccessPoint.Status.Word(), StringComparer.Ordinal),
            AccessPointSort.Regions => matching.OrderByDescending(row => row.AccessPoint.Members.Length),
            AccessPointSort.Created => matching.OrderByDescending(row => row.AccessPoint.CreatedAt),
            _ => matching,
        };
        return IsDescending ? [.. sorted.Reverse()] : [.. sorted];
    }

    /// <summary>The failed creations that match. They have none of the states that can be asked for.</summary>
    public ImmutableArray<OperationSnapshot> Apply(ImmutableArray<OperationSnapshot> failed) =>
        [
            .. failed.Where(operation => Status is null
                && (Region is null || operation.Members.Any(member => member.Region == Region))
                && (
                    Text.Length == 0
                        || Holds(operation.AccessPoint.Value)
                        || operation.Members.Any(member => Holds(member.Bucket.Value))))];

    private bool Matches(AccessPointRow row) =>
        (Status is null || row.AccessPoint.Status == Status)
        && (Region is null || row.AccessPoint.Members.Any(member => member.Region == Region))
        && (
            Text.Length == 0
                || Holds(row.AccessPoint.Name.Value)
                || Holds(row.AccessPoint.Alias.Value)
                || row.AccessPoint.Members.Any(member => Holds(member.Bucket.Value)));

    private bool Holds(string value) => value.Contains(Text, StringComparison.OrdinalIgnoreCase);

    private static (AccessPointSort Sort, bool IsDescending)? ReadSort(string text)
    {
        var isDescending = text.StartsWith('-');
        return PageQuery.ParseName<AccessPointSort>(isDescending ? text[1..] : text) is { } sort ? (sort, isDescending) : null;
    }
}
