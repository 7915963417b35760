using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Core.Regions;
using Mrap.Core.Simulation;
using Mrap.Policy.Actions;
using Mrap.Policy.Principals;

namespace Mrap.Web.Components.Simulator;

public sealed partial class RequestPanel
{
    private const string Nearest = "nearest";

    private static readonly (bool Value, string Text)[] s_ways = [(false, "Access point"), (true, "Bucket itself")];

    private static readonly ImmutableArray<string> s_actions =
        [.. S3Actions.All.Where(action => action.WorksOn("object") || action.WorksOn("bucket")).Select(action => action.Name)];

    [Parameter]
    [EditorRequired]
    public required SimulatorModel Model { get; set; }

    /// <summary>Raised while somebody types.</summary>
    [Parameter]
    public EventCallback<SimulatedRequest> OnEdit { get; set; }

    /// <summary>Raised for a change made at once.</summary>
    [Parameter]
    public EventCallback<SimulatedRequest> OnChange { get; set; }

    /// <summary>Raised while somebody types the caller.</summary>
    [Parameter]
    public EventCallback<string> OnCaller { get; set; }

    private string Who => Model.Principal.Kind switch
    {
        PrincipalKind.Anonymous => "Nobody: the request is not signed.",
        PrincipalKind.Root => $"The root user of account {Model.Principal.Account}.",
        PrincipalKind.User => $"A user of account {Model.Principal.Account}{Side}.",
        PrincipalKind.Role => $"Any session of a role of account {Model.Principal.Account}{Side}.",
        PrincipalKind.RoleSession => $"A session of a role of account {Model.Principal.Account}{Side}.",
        PrincipalKind.FederatedUser => $"A federated user of account {Model.Principal.Account}{Side}.",
        PrincipalKind.Service => "An AWS service.",
        PrincipalKind.IdentityProvider =>
            "Read as the name of an identity provider. Give the ARN of a user or role, a service, or anonymous.",
    };

    private string Side => Model.Shown is not { } shown || shown.Layers.IsEmpty ? string.Empty
        : shown.Layers.All(layer => layer.Request.IsSameAccount) ? ", as all the resources"
        : shown.Layers.Any(layer => layer.Request.IsSameAccount) ? ", as one of the resources"
        : ", another than the resources'";

    private string? ActionFault => S3Actions.Find(Model.Request.Action) is not null ? null
        : S3Actions.Nearest(Model.Request.Action) is { } near ? $"S3 has no such action. Did you mean `{near}`?"
        : "S3 has no such action.";

    private Task ServeAsync(ChangeEventArgs change) => change.Value as string == Nearest
        ? OnChange.InvokeAsync(Model.Request with { From = Model.Shown?.Bucket.Region.Value ?? RegionCatalog.Default.Value, Region = null })
        : RegionId.Parse(change.Value as string).TryGet(out var region)
            ? OnChange.InvokeAsync(Model.Request with { Region = region, From = null })
            : Task.CompletedTask;
}
