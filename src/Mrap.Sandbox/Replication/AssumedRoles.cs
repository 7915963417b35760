using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Arns;
using Mrap.Sandbox.Identity;

namespace Mrap.Sandbox.Replication;

/// <summary>Finds the roles that rules name. What decisions need of a role is made once after each change of it.</summary>
internal sealed class AssumedRoles(IdentityStore identities, TimeProvider time)
{
    private const int Capacity = 256;
    private const string SessionName = "s3-replication";
    private readonly ConcurrentDictionary<string, Entry> _ready = new(StringComparer.Ordinal);

    /// <summary>The role of an ARN; null when there is none.</summary>
    public AssumedRole? Find(string arn)
    {
        var all = identities.Current;
        if (
            !Arn.Parse(arn).TryGet(out var read)
                || !AccountId.Parse(read.Account.ToString()).TryGet(out var account)
                || all.Find(EntityType.Role, account, arn.AsSpan()) is not IamRole role)
        {
            return null;
        }

        if (
            _ready.TryGetValue(arn, out var known)
                && ReferenceEquals(known.Role.Role, role)
                && ReferenceEquals(known.Policies, all.Policies))
        {
            return known.Role;
        }

        var now = time.GetUtcNow();
        var session = new TemporarySession(
            string.Empty, string.Empty, string.Empty, role.Account, role.Id, role.Name, now, now + TimeSpan.FromHours(1))
        {
            RoleSessionName = SessionName,
        };
        var made = new AssumedRole(role, Callers.RoleSession(role, session, all).Permissions);
        if (_ready.Count >= Capacity)
        {
            _ready.Clear();
        }

        _ready[arn] = new Entry(made, all.Policies);
        return made;
    }

    private sealed record Entry(AssumedRole Role, ImmutableSortedDictionary<EntityName, ManagedPolicy> Policies);
}
