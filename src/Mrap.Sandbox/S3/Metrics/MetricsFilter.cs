using System.Collections.Immutable;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Metrics;

/// <summary>Which requests a metrics configuration counts: those to single objects that everything in it holds for.</summary>
/// <param name="Prefix">What keys begin with; null for any.</param>
/// <param name="Tags">The tags that objects have; none for any.</param>
/// <param name="AccessPointArn">The access point that requests come through; null for any, and for none.</param>
/// <param name="IsAnd">Whether it was put as <c>And</c>.</param>
internal sealed record MetricsFilter(
    string? Prefix, ImmutableSortedDictionary<string, string> Tags, string? AccessPointArn, bool IsAnd)
{
    /// <summary>Whether the object must be looked at.</summary>
    public bool HasTags => !Tags.IsEmpty;

    /// <summary>Whether a request counts.</summary>
    /// <param name="key">The key.</param>
    /// <param name="accessPoint">The alias that it came through; null for none.</param>
    /// <param name="version">The object, when tags are asked for; null when there is none.</param>
    public bool Matches(string key, string? accessPoint, ObjectVersion? version) =>
        (Prefix is null || key.StartsWith(Prefix, StringComparison.Ordinal))
        && (AccessPointArn is null || IsThrough(AccessPointArn, accessPoint))
        && (!HasTags || (version is { IsDeleteMarker: false } && HasAll(version.Attributes.Tags)));

    private static bool IsThrough(string arn, string? accessPoint) =>
        accessPoint is not null
        && arn.Length > accessPoint.Length
        && arn[^(accessPoint.Length + 1)] == '/'
        && arn.EndsWith(accessPoint, StringComparison.Ordinal);

    private bool HasAll(ImmutableSortedDictionary<string, string> tags)
    {
        foreach (var (name, value) in Tags)
        {
            if (!tags.TryGetValue(name, out var actual) || actual != value)
            {
                return false;
            }
        }

        return true;
    }
}
