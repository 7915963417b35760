using System.Collections.Frozen;
using Mrap.Policy.Text;

namespace Mrap.Core.AccessPoints;

/// <summary>The wire texts of <see cref="AccessPointStatus"/> (AWS page "MultiRegionAccessPointReport").</summary>
public static class AccessPointStatusText
{
    /// <summary>Whether it will change without anybody doing anything.</summary>
    public static bool IsSettling(this AccessPointStatus status) =>
        status is AccessPointStatus.Creating or AccessPointStatus.Deleting or AccessPointStatus.InconsistentAcrossRegions;

    private static readonly FrozenDictionary<string, AccessPointStatus> s_byText =
        Enum.GetValues<AccessPointStatus>().ToFrozenDictionary(ToWire, StringComparer.Ordinal);

    /// <summary>The text on the wire.</summary>
    /// <param name="status">The state.</param>
    /// <returns>Such as <c>READY</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the six states.</exception>
    public static string ToWire(this AccessPointStatus status) => status switch
    {
        AccessPointStatus.Creating => "CREATING",
        AccessPointStatus.Ready => "READY",
        AccessPointStatus.InconsistentAcrossRegions => "INCONSISTENT_ACROSS_REGIONS",
        AccessPointStatus.PartiallyCreated => "PARTIALLY_CREATED",
        AccessPointStatus.PartiallyDeleted => "PARTIALLY_DELETED",
        AccessPointStatus.Deleting => "DELETING",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Reads the text on the wire.</summary>
    /// <returns>The state, or why it is none.</returns>
    public static Parsed<AccessPointStatus> Parse(string? text) =>
        text is not null && s_byText.TryGetValue(text, out var status)
            ? Parsed.Ok<AccessPointStatus>(status)
            : Parsed.Failed<AccessPointStatus>($"`{DisplayText.Truncate(text ?? string.Empty)}` is not the state of an access point");
}
