using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Core.Simulation;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Syntax;
using Mrap.Web.Components.Policies;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Simulator;

public sealed partial class PolicyWorkbench
{
    private PolicyEditor? _editor;
    private ImmutableArray<Finding> _findings = [];
    private CheckContext _context = CheckContext.None;
    private SimulatorTab? _shown;

    [Parameter]
    [EditorRequired]
    public required SimulatorModel Model { get; set; }

    [Parameter]
    [EditorRequired]
    public required SimulatorTab Tab { get; set; }

    /// <summary>The statement to light in the shown policy.</summary>
    [Parameter]
    public IReadOnlyList<TextSpan> Highlighted { get; set; } = [];

    /// <summary>Raised to show another policy; null for Block Public Access.</summary>
    [Parameter]
    public EventCallback<PolicySlot?> OnTab { get; set; }

    /// <summary>Raised while somebody types.</summary>
    [Parameter]
    public EventCallback<SimulationState> OnEdit { get; set; }

    /// <summary>Raised for a change made at once.</summary>
    [Parameter]
    public EventCallback<SimulatedWorld> OnChange { get; set; }

    private bool IsDeny => Model.Shown?.Verdict == Verdict.ExplicitDeny;

    protected override void OnParametersSet()
    {
        if (Tab != _shown)
        {
            (_shown, _findings) = (Tab, []);
        }

        var context = ContextOf();
        if (!Same(context, _context))
        {
            _context = context;
        }
    }

    private static string Title(PolicySlot slot) => slot.Place switch
    {
        PolicySlotKind.Identity => "Identity policy",
        PolicySlotKind.Boundary => "Permissions boundary",
        PolicySlotKind.Session => "Session policy",
        PolicySlotKind.AccessPoint => "Access point policy",
        PolicySlotKind.Bucket => "Bucket policy",
        PolicySlotKind.ServiceControl => "Service control policy",
        PolicySlotKind.ResourceControl => "Resource control policy",
    };

    private static string Label(PolicySlot slot) => char.ToUpperInvariant(slot.Name[0]) + slot.Name[1..];

    private static string Without(PolicySlot slot) => slot.Place switch
    {
        PolicySlotKind.Identity => "the caller has no permission of its own.",
        PolicySlotKind.Boundary => "nothing limits what the caller's own policies allow.",
        PolicySlotKind.Session => "the session may do what its role may.",
        PolicySlotKind.AccessPoint => "only callers of its own account get through, by their own policies.",
        PolicySlotKind.Bucket => "only callers of its own account get in, by their own policies.",
        PolicySlotKind.ServiceControl or PolicySlotKind.ResourceControl => "the organization limits nothing.",
    };

    private static bool Same(CheckContext one, CheckContext other) =>
        (one.AccessPointArn, one.OwnerAccount, one.Bucket, one.BlockPublicPolicy) == (
            other.AccessPointArn, other.OwnerAccount, other.Bucket, other.BlockPublicPolicy);

    private CheckContext ContextOf()
    {
        var bucket = Tab.Slot is { Place: PolicySlotKind.Bucket } slot ? Model.World.Find(slot.Region) : null;
        var isAccessPoint = Tab.Slot is { Place: PolicySlotKind.AccessPoint };
        return CheckContext.None with
        {
            AccessPointArn = isAccessPoint && Model.World.Owner is not null ? Model.World.AccessPoint : null,
            OwnerAccount = isAccessPoint ? Model.World.Owner : null,
            Bucket = bucket?.Name,
            DelegateTo = bucket is not null && Model.World.Owner is not null ? [Model.World.AccessPoint] : [],
            BlockPublicPolicy = isAccessPoint
                ? Model.EffectiveBlock is { BlockPublicPolicy: true }
                : bucket is not null
                    && PublicAccessLevel.Effective(PublicAccessLevel.Of(Model.World, bucket, isDirect: true)).BlockPublicPolicy,
        };
    }

    private (StatusKind Kind, string Word)? MarkOf(SimulatorTab group)
    {
        var slots = SimulatorTab.In(group.Group, Model.World).Select(tab => tab.Slot).OfType<PolicySlot>().ToList();
        if (slots.Exists(slot => !Model.Policies[slot].Faults.IsEmpty))
        {
            return (StatusKind.Warning, "has a fault");
        }

        var decides = Model.Shown is { Explanation.Decision.Policy: { } policy } shown && slots.Contains(shown.SlotOf(policy));
        return decides ? (VerdictStatus.Of(Model.Shown!.Verdict), "decides") : null;
    }

    // what was typed since the last pause belongs to the policy that is left
    private async Task GoAsync(SimulatorTab tab)
    {
        if (_editor is not null && Tab.Slot is not null)
        {
            await _editor.FlushAsync();
        }

        await OnTab.InvokeAsync(tab.Slot);
    }

    private Task EditBucketAsync(SimulatedBucket bucket) => OnEdit.InvokeAsync(Model.State with { World = Model.World.With(bucket) });

    private Task DelegateAsync(PolicySlot slot) => Model.World.Find(slot.Region) is { } bucket
        ? OnChange.InvokeAsync(Model.World.With(slot, SimulationExamples.Delegation(bucket.Name, Model.World.AccessPoint)))
        : Task.CompletedTask;
}
