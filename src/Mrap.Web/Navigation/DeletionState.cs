namespace Mrap.Web.Navigation;

/// <summary>Whether the address of an access point asks whether to delete it.</summary>
public sealed record DeletionState(bool IsAsked) : IPageState<DeletionState>
{
    /// <inheritdoc/>
    public static DeletionState FromQuery(PageQuery query) => new(query.IsSet("delete"));

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() => [("delete", IsAsked ? "1" : null)];
}
