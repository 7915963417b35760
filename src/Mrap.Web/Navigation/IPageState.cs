namespace Mrap.Web.Navigation;

/// <summary>What a page shows, as far as its address says it. An immutable record: the same address shows the same.</summary>
/// <typeparam name="TSelf">The state itself.</typeparam>
public interface IPageState<TSelf>
    where TSelf : IPageState<TSelf>
{
    /// <summary>Reads the state from the query of an address. What cannot be read is left out, and the query remembers it.</summary>
    static abstract TSelf FromQuery(PageQuery query);

    /// <summary>The query parameters that say this state, in their order; those without a value are left out of the address.</summary>
    IEnumerable<(string Name, string? Value)> ToQuery();
}
