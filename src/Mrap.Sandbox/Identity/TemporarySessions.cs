using System.Collections.Concurrent;
using System.Security.Cryptography;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>
/// The sessions that STS started. One that ended is remembered for a day, so that its holder learns why it no longer serves.
/// </summary>
internal sealed class TemporarySessions(IdentityDatabase database, TimeProvider time)
{
    private static readonly TimeSpan s_memory = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, TemporarySession> _sessions =
        new(database.Sessions().Select(session => KeyValuePair.Create(session.AccessKeyId, session)), StringComparer.Ordinal);

    private long _forgetAt;

    /// <summary>The most sessions that are remembered.</summary>
    public int Capacity { get; init; } = 100_000;

    /// <summary>Finds the session of a temporary key, ended or not.</summary>
    public TemporarySession? Find(string accessKeyId) => _sessions.GetValueOrDefault(accessKeyId);

    /// <summary>Starts a session.</summary>
    /// <param name="account">The account of the principal.</param>
    /// <param name="principalId">The unique ID of the user or role.</param>
    /// <param name="principalName">The name of the user or role.</param>
    /// <param name="duration">How long it lasts; whole seconds.</param>
    /// <param name="limit">Puts the limits and tags into it.</param>
    /// <returns>The session, durable; null when there are too many.</returns>
    public TemporarySession? Start(
        AccountId account, string principalId, string principalName, TimeSpan duration, Func<TemporarySession, TemporarySession> limit)
    {
        var now = time.GetUtcNow();
        var issued = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        if (!MakeRoom(now))
        {
            return null;
        }

        var session = limit(new TemporarySession(
            AccessKeyGenerator.KeyId("ASIA"), AccessKeyGenerator.Secret(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(192)),
            account, principalId, principalName, issued, issued + duration));
        database.Save(session);
        _sessions[session.AccessKeyId] = session;
        return session;
    }

    /// <summary>Forgets all sessions; the database was emptied.</summary>
    public void Reset() => _sessions.Clear();

    private bool MakeRoom(DateTimeOffset now)
    {
        var due = Interlocked.Read(ref _forgetAt);
        if (now.UtcTicks >= due && Interlocked.CompareExchange(ref _forgetAt, (now + TimeSpan.FromHours(1)).UtcTicks, due) == due)
        {
            Forget(now - s_memory);
        }

        if (_sessions.Count >= Capacity)
        {
            Forget(now);
        }

        return _sessions.Count < Capacity;
    }

    private void Forget(DateTimeOffset endedBefore)
    {
        database.ForgetSessions(endedBefore);
        foreach (var (key, session) in _sessions)
        {
            if (session.ExpiresAt < endedBefore)
            {
                _sessions.TryRemove(key, out _);
            }
        }
    }
}
