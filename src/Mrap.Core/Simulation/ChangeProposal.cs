using Mrap.Policy.Editing;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.Model;

namespace Mrap.Core.Simulation;

/// <summary>Proposes one addition for the first thing that is missing.</summary>
internal static class ChangeProposal
{
    /// <summary>The change; null when none says it exactly.</summary>
    public static PolicyChange? For(SimulationState simulation, WorldPolicies policies, RegionVerdict verdict)
    {
        var layerIndex = verdict.Explanation!.Decision.Layer;
        var layer = verdict.Layers[layerIndex];
        var missing = DecisionPath.Of(layer).FirstOrDefault(step => step.IsFailing);
        if (missing is null || SlotOf(missing.Stage, verdict, layer) is not { } slot)
        {
            return null;
        }

        // a statement that fails by its condition alone says what is wanted; another beside it would undo that
        var misses = verdict.Explanation.Layers[layerIndex].NearMisses;
        var nearest = misses.FirstOrDefault(miss => verdict.SlotOf(miss.Policy) == slot);
        return nearest is null
            ? Added(simulation, policies, slot, layer)
            : nearest.Element == StatementElement.Condition
            ? null
            : Widened(nearest, slot, layer.Request) ?? Added(simulation, policies, slot, layer);
    }

    private static PolicySlot? SlotOf(PathStage stage, RegionVerdict verdict, AccessLayer layer) => stage switch
    {
        PathStage.Resource =>
            ReferenceEquals(layer, verdict.Layers[^1]) ? PolicySlot.Bucket(verdict.Bucket.Region) : PolicySlot.AccessPoint,
        PathStage.Identity => PolicySlot.Identity,
        PathStage.Boundary => new PolicySlot(PolicySlotKind.Boundary),
        PathStage.Session => new PolicySlot(PolicySlotKind.Session),
        PathStage.Organisation =>
            AccessDecider.Decide(layer.Policies, layer.Request).Reason == DecisionReason.NoResourceControlAllow
                ? new PolicySlot(PolicySlotKind.ResourceControl)
                : new PolicySlot(PolicySlotKind.ServiceControl),
        PathStage.ExplicitDeny or PathStage.Endpoint => null,
    };

    private static PolicyChange? Widened(NearMiss miss, PolicySlot slot, AccessRequest request)
    {
        var statement = miss.Statement.Statement;
        var (entries, entry) = miss.Element switch
        {
            StatementElement.Action => (statement.Actions, request.Action),
            StatementElement.Resource => (statement.Resources, request.Resource),
            StatementElement.Principal => (AccountEntries(statement.Principals), PrincipalText.Of(request.Principal).Name),
            StatementElement.Condition => (null, string.Empty),
        };
        if (
            entries is not { IsNegated: false }
                || (miss.Element == StatementElement.Principal && PrincipalText.Of(request.Principal).Type != "AWS"))
        {
            return null;
        }

        var name = statement.Sid is { } sid ? $"statement `{sid}`" : $"statement {miss.Statement.Index + 1}";
        return new PolicyChange(
            slot, $"Let {name} of {slot.Name} also cover `{entry}`", PolicyTextEdits.AddEntry(miss.Policy.Document, entries, entry));
    }

    private static PolicyEntries? AccountEntries(PolicyPrincipals? principals) =>
        principals is { IsNegated: false, IsStar: false }
            ? principals.Groups.FirstOrDefault(group => group.Type == PrincipalType.Aws)?.Entries
            : null;

    private static PolicyChange Added(SimulationState simulation, WorldPolicies policies, PolicySlot slot, AccessLayer layer)
    {
        var request = layer.Request;
        var lines = new List<string> { "\"Effect\": \"Allow\"" };
        if (slot.Place is PolicySlotKind.AccessPoint or PolicySlotKind.Bucket)
        {
            var (type, name) = PrincipalText.Of(request.Principal);
            lines.Add($"\"Principal\": {{ {PolicyTextEdits.Quote(type)}: {PolicyTextEdits.Quote(name)} }}");
        }
        else if (slot.Place == PolicySlotKind.ResourceControl)
        {
            lines.Add("\"Principal\": \"*\"");
        }

        lines.Add($"\"Action\": {PolicyTextEdits.Quote(request.Action)}");
        lines.Add($"\"Resource\": {PolicyTextEdits.Quote(request.Resource)}");
        var isDelegation = slot.Place == PolicySlotKind.Bucket && !simulation.Request.IsDirect;
        if (isDelegation)
        {
            lines.Add(
                $"\"Condition\": {{ \"StringEquals\": {{ \"s3:DataAccessPointArn\": {PolicyTextEdits.Quote(simulation.World.AccessPoint)} "
                    + $"}} }}");
        }

        var statement = $"{{ {string.Join(", ", lines)} }}";
        var old = policies[slot].Policy?.Document.Source.Text;
        var title = (old is null ? $"Write {slot.Name}, which is missing, to allow" : $"Add a statement to {slot.Name} that allows")
            + $" `{request.Action}` on `{request.Resource}`{(isDelegation ? " through the access point" : string.Empty)}";
        return new PolicyChange(slot, title, PolicyTextEdits.AddStatement(old, statement)!);
    }
}
