namespace Mrap.Web.Navigation;

/// <summary>What the replication rules show, as their address says it.</summary>
/// <param name="Rule">The rule whose details are open; null for none.</param>
/// <param name="Action">What is about to be done; null for nothing. All but taking back is about the rule.</param>
public sealed record RulesState(RuleAddress? Rule, RuleAction? Action) : IPageState<RulesState>
{
    /// <summary>Nothing opened.</summary>
    public static RulesState None { get; } = new(Rule: null, Action: null);

    /// <inheritdoc/>
    public static RulesState FromQuery(PageQuery query)
    {
        var rule = query.Value("rule", RuleAddress.Parse, "a bucket and a rule such as bucket/rule-1", RuleAddress.MaxLength);
        var action = query.Name<RuleAction>("do", "edit, enable, disable, delete or undo");
        return new RulesState(rule, rule is null && action != RuleAction.Undo ? null : action);
    }

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
        [("rule", Rule?.ToString()), ("do", Action is { } action ? PageQuery.NameOf(action) : null)];
}
