using System.Collections.Immutable;

namespace Mrap.Web.Navigation;

/// <summary>A view of the replication tab.</summary>
/// <param name="Slug">Its name in the address; null for the first.</param>
/// <param name="Title">Its name on the page.</param>
public sealed record ReplicationView(string? Slug, string Title)
{
    public const string Gaps = "gaps";

    public const string Parity = "parity";

    public const string Create = "create";

    private static readonly ReplicationView s_create = new(Create, "Create replication rules");

    /// <summary>The views that are chosen between, in their order.</summary>
    public static ImmutableArray<ReplicationView> All { get; } = [new(null, "Rules"), new(Gaps, "Gaps"), new(Parity, "Settings")];

    /// <summary>The view of an address, or null when there is none of that name.</summary>
    public static ReplicationView? Find(string? slug) =>
        All.Append(s_create).FirstOrDefault(view => view.Slug == (string.IsNullOrEmpty(slug) ? null : slug));
}
