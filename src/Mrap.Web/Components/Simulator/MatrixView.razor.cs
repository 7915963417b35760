using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Core.Simulation;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Simulator;

public sealed partial class MatrixView
{
    private static readonly (PrincipalPolicies Value, string Text)[] s_own =
        [
            (PrincipalPolicies.Same, "As the caller's"), (PrincipalPolicies.Everything, "Allow everything"),
            (PrincipalPolicies.None, "Allow nothing")];

    private ImmutableArray<string> _actions = [];
    private ImmutableArray<string> _principals = [];
    private ImmutableArray<MatrixRow> _rows = [];
    private PrincipalPolicies _own;

    [Parameter]
    [EditorRequired]
    public required SimulatorModel Model { get; set; }

    /// <summary>The actions as the address has them.</summary>
    [Parameter]
    public string? Actions { get; set; }

    /// <summary>The principals as the address has them.</summary>
    [Parameter]
    public string? Principals { get; set; }

    /// <summary>What the others' own policies allow, as the address has it.</summary>
    [Parameter]
    public string? Own { get; set; }

    /// <summary>Raised to change the address.</summary>
    [Parameter]
    public EventCallback<Func<SimulatorUrl, SimulatorUrl>> OnChange { get; set; }

    /// <summary>Raised to open one request.</summary>
    [Parameter]
    public EventCallback<SimulationState> OnOpen { get; set; }

    protected override void OnParametersSet()
    {
        _own = Enum.TryParse<PrincipalPolicies>(Own, ignoreCase: true, out var own) && Enum.IsDefined(own) ? own : PrincipalPolicies.Same;
        _actions = ListOf(Actions) is { IsEmpty: false } actions ? actions : AccessMatrix.UsualActions;
        _principals = ListOf(Principals) is { IsEmpty: false } principals
            ? principals
            : AccessMatrix.Principals(Model.State, Model.Policies);
        _rows = AccessMatrix.Run(Model.State, Model.Policies, _principals, _actions, _own);
    }

    private static ImmutableArray<string> ListOf(string? text) =>
        text is { Length: <= 4096 }
            ? [
                .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Distinct()
                .Take(AccessMatrix.MaxEach)]
            : [];

    private static string? Clean(string text) => ListOf(text) is { IsEmpty: false } list ? string.Join(',', list) : null;

    private SimulationState StateOf(MatrixRow row, RegionVerdict cell) => new(
        AccessMatrix.WorldOf(Model.World, row.Principal, _own),
        Model.Request with { Action = row.Action, Region = cell.Bucket.Region, From = null });
}
