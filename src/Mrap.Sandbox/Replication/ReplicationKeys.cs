using System.Collections.Immutable;
using Mrap.Policy.Matching.Context;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Replication;

/// <summary>The condition keys of what S3 does in the name of a replication role.</summary>
/// <param name="permissions">The role's session.</param>
/// <param name="version">The version it is about.</param>
/// <param name="resourceAccount">The account that owns the bucket.</param>
/// <param name="region">The Region of the bucket.</param>
/// <param name="isDestination">Whether it is done to the replica.</param>
/// <param name="now">When it is done.</param>
internal sealed class ReplicationKeys(
    CallerPermissions permissions, ObjectVersion version, string resourceAccount, string region, bool isDestination, DateTimeOffset now)
    : IContextSource
{
    private const string RequestTag = "s3:RequestObjectTag/";
    private const string ExistingTag = "s3:ExistingObjectTag/";

    private static readonly string[] s_names =
    [
        "aws:SecureTransport", "aws:CurrentTime", "aws:RequestedRegion", "aws:ResourceAccount", "s3:ResourceAccount", "aws:ViaAWSService",
        "aws:PrincipalIsAWSService", "s3:VersionId",
    ];

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Entries => s_names
        .Concat(version.Attributes.Tags.Keys.Select(tag => (isDestination ? RequestTag : ExistingTag) + tag))
        .Select(name => KeyValuePair.Create(name, ImmutableArray.Create(Find(name))))
        .Concat(permissions.Context);

    /// <inheritdoc/>
    public ReadOnlySpan<string> Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var value = key.ToUpperInvariant() switch
        {
            "AWS:SECURETRANSPORT" => "true",
            "AWS:CURRENTTIME" => Iso8601.Seconds(now),
            "AWS:REQUESTEDREGION" => region,
            "AWS:RESOURCEACCOUNT" or "S3:RESOURCEACCOUNT" => resourceAccount,
            "AWS:VIAAWSSERVICE" or "AWS:PRINCIPALISAWSSERVICE" => "false",
            "S3:VERSIONID" => version.VersionId,
            _ => FindTag(key, isDestination ? RequestTag : ExistingTag),
        };
        if (value is not null)
        {
            return new[] { value };
        }

        foreach (var (name, values) in permissions.Context)
        {
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return values.AsSpan();
            }
        }

        return [];
    }

    private string? FindTag(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            ? version.Attributes.Tags.GetValueOrDefault(key[prefix.Length..])
            : null;
}
