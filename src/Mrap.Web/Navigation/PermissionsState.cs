namespace Mrap.Web.Navigation;

/// <summary>What the permissions show, as their address says it.</summary>
/// <param name="IsEditing">Whether the policy is open for editing.</param>
/// <param name="Template">The template that the editor begins with; null for the policy as it is.</param>
public sealed record PermissionsState(bool IsEditing, string? Template) : IPageState<PermissionsState>
{
    /// <inheritdoc/>
    public static PermissionsState FromQuery(PageQuery query) => new(query.IsSet("edit"), query.Text("template"));

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() => [("edit", IsEditing ? "1" : null), ("template", Template)];
}
