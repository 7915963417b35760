using System.Collections.Immutable;

namespace Mrap.Web.Navigation;

/// <summary>A tab of an access point's page.</summary>
/// <param name="Slug">Its name in the address.</param>
/// <param name="Title">Its name on the page.</param>
public sealed record AccessPointTab(string Slug, string Title)
{
    public const string Overview = "overview";

    public const string Properties = "properties";

    public const string Permissions = "permissions";

    public const string Failover = "failover";

    public const string Replication = "replication";

    public const string Metrics = "metrics";

    public const string Clients = "clients";

    public const string Requests = "requests";

    /// <summary>The tabs in their order; the first is shown when the address names none.</summary>
    public static ImmutableArray<AccessPointTab> All { get; } =
    [
        new(Overview, "Overview"),
        new(Properties, "Properties"),
        new(Permissions, "Permissions"),
        new(Failover, "Failover"),
        new(Replication, "Replication"),
        new(Metrics, "Metrics"),
        new(Clients, "Clients"),
        new(Requests, "Requests"),
    ];

    /// <summary>The tab of an address, or null when there is none of that name.</summary>
    public static AccessPointTab? Find(string? slug) => string.IsNullOrEmpty(slug) ? All[0] : All.FirstOrDefault(tab => tab.Slug == slug);
}
