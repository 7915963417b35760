using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>What somebody is asked before rules are changed.</summary>
/// <param name="Title">The question.</param>
/// <param name="Text">What the change means.</param>
/// <param name="Button">The word that does it.</param>
/// <param name="Done">What is said afterwards.</param>
public sealed record RuleQuestion(string Title, string Text, string Button, string Done)
{
    /// <summary>The question of an action.</summary>
    /// <param name="action">What is about to be done.</param>
    /// <param name="row">The rule it is about; null for none.</param>
    public static RuleQuestion Of(RuleAction action, RuleRow? row)
    {
        var name = row?.Rule.Id ?? "the rule";
        var (from, to) = (row?.SourceName ?? "the source", row?.DestinationName ?? "the destination");
        return action switch
        {
            RuleAction.Edit => new(
                $"Change {name}?", $"It takes effect for what is written in {from} from then on. Objects of before stay as they are.",
                "Change the rule", $"{name} is changed."),
            RuleAction.Enable => new(
                $"Enable {name}?",
                $"What is written in {from} from then on is replicated to {to}. What was written while the rule was off is not.",
                "Enable the rule", $"{name} is enabled. Objects from before are not replicated by it."),
            RuleAction.Disable => new(
                $"Disable {name}?", $"What is written in {from} is no longer replicated to {to} by it. Replicas that are there stay.",
                "Disable the rule", $"{name} is disabled."),
            RuleAction.Delete => new(
                $"Delete {name}?",
                $"What is written in {from} is no longer replicated to {to} by it, and its settings are gone. "
                    + "Replicas that are there stay.",
                "Delete the rule", $"{name} is deleted. It can be taken back until the console restarts."),
            RuleAction.Undo => new(
                "Take the last change back?",
                "Each bucket gets the rules it had before. A bucket whose rules somebody changed since then stays as it is.",
                "Take it back", "The last change is taken back."),
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };
    }
}
