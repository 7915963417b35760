using System.Collections.Immutable;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Completion;

namespace Mrap.Web.Components.AccessPoints.Permissions;

/// <summary>What checks and completion know of the context of an access point's policy.</summary>
/// <param name="Checks">For the checks.</param>
/// <param name="Completion">For completion.</param>
public sealed record PolicyEditorContext(CheckContext Checks, CompletionContext Completion)
{
    /// <summary>Brings the context together.</summary>
    /// <param name="permissions">The permissions of the access point.</param>
    /// <param name="existing">Every access point of the account; null when that is not known.</param>
    /// <param name="author">The ARN of who saves; null when that is not known.</param>
    public static PolicyEditorContext Of(AccessPointPermissions permissions, ImmutableArray<AccessPoint>? existing, string? author)
    {
        var accessPoint = permissions.AccessPoint;
        var arn = accessPoint.Arn.ToString();
        ImmutableArray<KnownAccessPoint> known = [
            .. (existing ?? [accessPoint])
            .Where(found => found.Alias.Value.Length > 0)
            .Select(found => new KnownAccessPoint(found.Name.Value, found.Arn.ToString()))];
        return new PolicyEditorContext(
            new CheckContext
            {
                IsMultiRegion = true,
                AccessPointArn = arn,
                AccessPointName = accessPoint.Name.Value,
                OwnerAccount = accessPoint.Owner.Value,
                AccessPoints = existing is null ? default : known,
                BlockPublicPolicy = permissions.RefusingPublicPolicies.Any(),
                Author = author,
            },
            new CompletionContext
            {
                AccessPointArn = arn,
                AccessPoints = known,
                Buckets = [.. accessPoint.Members.Select(member => member.Bucket.Value)],
                Accounts =
                    [.. accessPoint.Members.Select(member => member.BucketAccount.Value).Prepend(accessPoint.Owner.Value).Distinct()],
                Principals = author is null ? [] : [author],
            });
    }
}
