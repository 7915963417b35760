using System.Collections.Immutable;
using System.Security.Cryptography;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using Mrap.Sandbox.Configuration;

namespace Mrap.Sandbox.Control;

/// <summary>
/// The access points and their operations. A change is durable before it is seen. Nothing runs in the background:
/// an operation that is due takes effect when the state is next looked at, which a restart in between does not change.
/// </summary>
internal sealed partial class ControlState(ControlDatabase database, SandboxOptions options, TimeProvider time) : IAccessPointMembership
{
    private static readonly TimeSpan s_history = TimeSpan.FromDays(14);

    private readonly Lock _gate = new();
    private readonly Dictionary<OperationTokenArn, OperationRecord> _operations =
        database.Operations().ToDictionary(record => record.Accepted.Token);
    private volatile ImmutableDictionary<AccessPointAlias, AccessPointRecord> _points =
        database.AccessPoints().ToImmutableDictionary(record => record.Point.Alias);

    // The earliest instant at which an operation takes effect, in UTC ticks.
    private long _nextDue;

    /// <summary>Finds an access point by its alias.</summary>
    public AccessPointRecord? Find(AccessPointAlias alias)
    {
        Settle();
        return _points.GetValueOrDefault(alias);
    }

    /// <summary>Finds an access point by its name.</summary>
    public AccessPointRecord? Find(AccountId account, AccessPointName name)
    {
        Settle();
        return _points.Values.FirstOrDefault(record => record.Point.Name == name && record.Point.Owner == account);
    }

    /// <summary>The access points of an account by name.</summary>
    public ImmutableArray<AccessPointRecord> List(AccountId account)
    {
        Settle();
        return [.. _points.Values.Where(record => record.Point.Owner == account).OrderBy(record => record.Point.Name)];
    }

    /// <summary>All access points.</summary>
    public IEnumerable<AccessPointRecord> All()
    {
        Settle();
        return _points.Values;
    }

    /// <summary>Finds an operation; one that ended more than 14 days ago may be forgotten.</summary>
    public OperationRecord? Find(OperationTokenArn token)
    {
        Settle();
        lock (_gate)
        {
            return _operations.GetValueOrDefault(token);
        }
    }

    /// <summary>Finds the operation that a client token of an account started.</summary>
    public OperationRecord? FindByClientToken(AccountId account, string clientToken)
    {
        lock (_gate)
        {
            return _operations.Values.FirstOrDefault(
                record => record.Accepted.Token.Account == account && record.ClientToken == clientToken);
        }
    }

    /// <summary>Whether a put-policy or delete of an access point is under way.</summary>
    public bool IsChanging(AccountId account, AccessPointName name)
    {
        Settle();
        lock (_gate)
        {
            return _operations.Values.Any(
                record =>
                    !record.IsApplied
                        && record.Outcome is null
                        && record.Accepted.AccessPoint == name
                        && record.Accepted.Token.Account == account);
        }
    }

    /// <summary>Looks and acts as one step: nothing else changes between.</summary>
    public T InTransaction<T>(Func<T> step)
    {
        Settle();
        lock (_gate)
        {
            return step();
        }
    }

    /// <summary>Accepts the creation of an access point.</summary>
    /// <param name="request">The operation; one that will fail makes no access point.</param>
    /// <param name="members">The member buckets of one that will succeed.</param>
    /// <returns>The token of the operation.</returns>
    public OperationTokenArn AcceptCreate(NewOperation request, ImmutableArray<MemberBucket> members)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var operation = Record(request, AsyncOperationKind.Create, now);
            AccessPointRecord? record = null;
            if (request.Outcome is null)
            {
                var point = new AccessPoint(
                    request.Name, NewAlias(), request.Account, now, AccessPointStatus.Creating, request.Request.BlockPublicAccess!,
                    members);
                record = new AccessPointRecord(point, [new RouteSubmission(now, RouteTable.AllActive(members))], null, null);
            }

            Commit(operation, record);
            return operation.Accepted.Token;
        }
    }

    /// <summary>Accepts the deletion of an access point.</summary>
    public OperationTokenArn AcceptDelete(NewOperation request) =>
        AcceptChange(
            request, AsyncOperationKind.Delete, record =>
                record with { Point = record.Point with { Status = AccessPointStatus.Deleting } });

    /// <summary>Accepts a new policy: proposed at once, established when the operation ends.</summary>
    public OperationTokenArn AcceptPolicy(NewOperation request) =>
        AcceptChange(request, AsyncOperationKind.PutPolicy, record => record with { ProposedPolicy = request.Request.Policy });

    /// <summary>Changes routes.</summary>
    /// <returns>The outcome, or null when the access point is not there.</returns>
    public RouteUpdateOutcome? SubmitRoutes(AccessPointAlias alias, IEnumerable<RouteUpdate> updates)
    {
        Settle();
        lock (_gate)
        {
            if (!_points.TryGetValue(alias, out var record))
            {
                return null;
            }

            var outcome = record.Routes.Apply(updates);
            if (outcome is RouteUpdateOutcome.Applied applied && !applied.Table.Equals(record.Routes))
            {
                Commit(null, record.WithRoutes(applied.Table, time.GetUtcNow(), options.RoutePropagation));
            }

            return outcome;
        }
    }

    /// <inheritdoc/>
    public AccessPointName? HeldBy(BucketName bucket, AccountId owner)
    {
        Settle();
        foreach (var record in _points.Values)
        {
            if (record.Point.Owner == owner && record.Point.Members.Any(member => member.Bucket == bucket && member.BucketAccount == owner))
            {
                return record.Point.Name;
            }
        }

        return null;
    }

    /// <summary>Removes every access point and operation. Aliases that were used stay used.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            database.RemoveAccessPoints();
            _operations.Clear();
            _points = ImmutableDictionary<AccessPointAlias, AccessPointRecord>.Empty;
            _nextDue = long.MaxValue;
        }
    }

    private OperationTokenArn AcceptChange(NewOperation request, AsyncOperationKind kind, Func<AccessPointRecord, AccessPointRecord> change)
    {
        Settle();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var operation = Record(request, kind, now);
            var record = request.Outcome is null ? FindHeld(request.Account, request.Name) : null;
            Commit(operation, record is null ? null : change(record));
            return operation.Accepted.Token;
        }
    }

    private OperationRecord Record(NewOperation request, AsyncOperationKind kind, DateTimeOffset now)
    {
        var token = OperationTokenArn.Generate(request.Account, kind, RandomNumberGenerator.GetBytes(75));
        var accepted = AsyncOperation.Accept(token, request.Name, request.Regions, now, options.OperationDelay);
        return new OperationRecord(accepted, request.Outcome, request.ClientToken, request.RequestHash, request.Request, IsApplied: false);
    }

    private AccessPointRecord? FindHeld(AccountId account, AccessPointName name) =>
        _points.Values.FirstOrDefault(record => record.Point.Name == name && record.Point.Owner == account);

    private AccessPointAlias NewAlias()
    {
        while (true)
        {
            var alias = AccessPointAlias.Generate(RandomNumberGenerator.GetBytes(12));
            if (!database.IsUsed(alias))
            {
                return alias;
            }
        }
    }

    private void Commit(OperationRecord? operation, AccessPointRecord? record)
    {
        database.Transact(() =>
        {
            if (operation is not null)
            {
                database.Save(operation);
            }

            if (record is not null)
            {
                database.Save(record);
            }
        });
        if (operation is not null)
        {
            _operations[operation.Accepted.Token] = operation;
            _nextDue = Math.Min(_nextDue, operation.Accepted.DueAt.UtcTicks);
        }

        if (record is not null)
        {
            _points = _points.SetItem(record.Point.Alias, record);
        }
    }
}
