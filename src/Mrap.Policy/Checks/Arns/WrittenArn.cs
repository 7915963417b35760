using System.Globalization;
using Mrap.Policy.Arns;

namespace Mrap.Policy.Checks.Arns;

/// <summary>The six fields of an ARN as a policy writes it: any of them may hold wildcards.</summary>
/// <param name="Region">The Region; often empty.</param>
/// <param name="Account">The account; often empty.</param>
/// <param name="Resource">Everything behind the fifth colon.</param>
internal sealed record WrittenArn(string Partition, string Service, string Region, string Account, string Resource)
{
    private const string AccessPointPrefix = "accesspoint/";
    private const string Alias = ".mrap";

    /// <summary>Whether it names an access point of either kind, or something inside one.</summary>
    public bool IsAccessPoint => Service == "s3" && Resource.StartsWith(AccessPointPrefix, StringComparison.Ordinal);

    /// <summary>The access point's name or alias; nothing when it names none.</summary>
    public string? AccessPoint => IsAccessPoint ? NameIn(Resource) : null;

    /// <summary>What stands behind the access point's name, with its slash; empty when nothing does.</summary>
    public string BehindAccessPoint => AccessPoint is { } name ? Resource[(AccessPointPrefix.Length + name.Length)..] : "";

    /// <summary>Whether it names a Multi-Region Access Point, by its alias.</summary>
    public bool IsMultiRegion => AccessPoint is { } name && name.EndsWith(Alias, StringComparison.Ordinal);

    /// <summary>Reads an entry; nothing when it does not have six fields or does not start as an ARN.</summary>
    public static WrittenArn? Read(string text) =>
        Arn.Parse(text).TryGet(out var arn)
            ? new WrittenArn(
                arn.Partition.ToString(), arn.Service.ToString(), arn.Region.ToString(), arn.Account.ToString(), arn.Resource.ToString())
            : null;

    /// <summary>Whether a field can stand for several values.</summary>
    public static bool IsPattern(string field) => field.AsSpan().ContainsAny('*', '?') || field.Contains("${", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"arn:{Partition}:{Service}:{Region}:{Account}:{Resource}");

    private static string NameIn(string resource)
    {
        var name = resource[AccessPointPrefix.Length..];
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? name : name[..slash];
    }
}
