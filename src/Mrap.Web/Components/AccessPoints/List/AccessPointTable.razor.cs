using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints.List;

public sealed partial class AccessPointTable
{
    private static readonly (AccessPointSort? Sort, string Title)[] s_columns =
    [
        (AccessPointSort.Name, "Name"),
        (AccessPointSort.Status, "Status"),
        (AccessPointSort.Regions, "Regions"),
        (null, "Block Public Access"),
        (AccessPointSort.Created, "Created"),
    ];

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<AccessPointRow> Rows { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointFilter Filter { get; set; }

    /// <summary>Creations that came to nothing.</summary>
    [Parameter]
    public ImmutableArray<OperationSnapshot> Failed { get; set; } = [];

    /// <summary>Raised when a person has seen enough of a failed creation.</summary>
    [Parameter]
    public EventCallback<OperationSnapshot> OnDismiss { get; set; }

    private static string Routing(bool? isActive) => isActive switch
    {
        true => "active",
        false => "passive",
        null => "routing not known yet",
    };

    private string? Order(AccessPointSort? sort) => sort == Filter.Sort ? (Filter.IsDescending ? "descending" : "ascending") : null;

    private string Progress(OperationSnapshot operation)
    {
        var done = operation.Regions.Count(region => region.Status == AsyncOperationStatus.Succeeded);
        var seconds = Math.Max(0, (int)(Time.GetUtcNow() - operation.CreatedAt).TotalSeconds);
        return operation.Regions.IsEmpty
            ? $"{seconds} s"
            : $"{done} of {DisplayFormat.Count(operation.Regions.Length, "Region", "Regions")} · {seconds} s";
    }
}
