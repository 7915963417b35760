using System.Text.Json;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Identity;

/// <summary>
/// The durable users, roles, policies and sessions: one SQLite file that only its owner can read, written through in a transaction per
/// change.
/// Everything is read once, at the start. Safe for concurrent use: one thread at a time has the connection.
/// </summary>
internal sealed class IdentityDatabase : IDisposable
{
    private const string FirstStep =
        """
        CREATE TABLE users(
            account TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, document TEXT NOT NULL,
            PRIMARY KEY(account, name)) STRICT, WITHOUT ROWID;
        CREATE TABLE roles(
            account TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, document TEXT NOT NULL,
            PRIMARY KEY(account, name)) STRICT, WITHOUT ROWID;
        CREATE TABLE policies(
            account TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, document TEXT NOT NULL,
            PRIMARY KEY(account, name)) STRICT, WITHOUT ROWID;
        CREATE TABLE sessions(key TEXT PRIMARY KEY, expires INTEGER NOT NULL, document TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE key_uses(key TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """;

    private static readonly JsonSerializerOptions s_json = new() { Converters = { new AccountIdConverter() } };

    private readonly SqliteFile _file;

    private IdentityDatabase(SqliteFile file) => _file = file;

    /// <summary>Opens the database of a data directory, or makes it.</summary>
    /// <param name="directory">The data directory; it exists.</param>
    /// <param name="durability">What a committed change survives.</param>
    /// <exception cref="SandboxStartException">A newer version of the sandbox, or something else, made the file.</exception>
    public static IdentityDatabase Open(string directory, Durability durability) =>
        new(SqliteFile.Open(Path.Combine(directory, "identity.db"), durability, FirstStep));

    /// <summary>All users.</summary>
    public List<IamUser> Users() => Read<IamUser>("SELECT document FROM users");

    /// <summary>All roles.</summary>
    public List<IamRole> Roles() => Read<IamRole>("SELECT document FROM roles");

    /// <summary>All policies that accounts made.</summary>
    public List<ManagedPolicy> Policies() => Read<ManagedPolicy>("SELECT document FROM policies");

    /// <summary>All sessions that are remembered.</summary>
    public List<TemporarySession> Sessions() => Read<TemporarySession>("SELECT document FROM sessions");

    /// <summary>Removes a user or role, and inserts or replaces others, as one change.</summary>
    /// <param name="gone">What is removed; null for nothing.</param>
    /// <param name="saved">What is as it shall be.</param>
    public void Commit(IamEntity? gone, IEnumerable<IamEntity> saved) => _file.Transact(() =>
    {
        if (gone is not null)
        {
            _file.Run(
                gone.Type == EntityType.User
                    ? "DELETE FROM users WHERE account = $0 AND name = $1"
                    : "DELETE FROM roles WHERE account = $0 AND name = $1",
                gone.Account.Value,
                gone.Name);
        }

        foreach (var entity in saved)
        {
            Save(entity);
        }
    });

    /// <summary>Inserts or replaces a policy.</summary>
    public void Save(AccountId account, ManagedPolicy policy) =>
        _file.Run("INSERT OR REPLACE INTO policies VALUES($0, $1, $2)", account.Value, policy.Name, JsonSerializer.Serialize(policy, s_json));

    /// <summary>Removes a policy.</summary>
    public void Remove(AccountId account, ManagedPolicy policy) =>
        _file.Run("DELETE FROM policies WHERE account = $0 AND name = $1", account.Value, policy.Name);

    /// <summary>Inserts a session.</summary>
    public void Save(TemporarySession session) =>
        _file.Run(
            "INSERT OR REPLACE INTO sessions VALUES($0, $1, $2)", session.AccessKeyId, session.ExpiresAt.ToUnixTimeSeconds(),
            JsonSerializer.Serialize(session, s_json));

    /// <summary>The latest uses of keys.</summary>
    public List<KeyValuePair<string, AccessKeyLastUsed>> AccessKeyUsage() => _file.Read(
        "SELECT key, document FROM key_uses",
        row =>
            KeyValuePair.Create(
                row.GetString(0), JsonSerializer.Deserialize<AccessKeyLastUsed>(row.GetString(1), s_json) ?? throw Empty()));

    /// <summary>Inserts or replaces the latest use of a key.</summary>
    public void Save(string accessKeyId, AccessKeyLastUsed use) =>
        _file.Run("INSERT OR REPLACE INTO key_uses VALUES($0, $1)", accessKeyId, JsonSerializer.Serialize(use, s_json));

    /// <summary>Forgets the sessions that ended before an instant.</summary>
    public void ForgetSessions(DateTimeOffset endedBefore) =>
        _file.Run("DELETE FROM sessions WHERE expires < $0", endedBefore.ToUnixTimeSeconds());

    /// <summary>Removes everything.</summary>
    public void Clear() => _file.Transact(
        () => _file.Run("DELETE FROM users; DELETE FROM roles; DELETE FROM policies; DELETE FROM sessions; DELETE FROM key_uses;"));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Save(IamEntity entity)
    {
        switch (entity)
        {
            case IamUser user:
                _file.Run(
                    "INSERT OR REPLACE INTO users VALUES($0, $1, $2)", user.Account.Value, user.Name,
                    JsonSerializer.Serialize(user.Kept(), s_json));
                break;
            case IamRole role:
                _file.Run(
                    "INSERT OR REPLACE INTO roles VALUES($0, $1, $2)", role.Account.Value, role.Name,
                    JsonSerializer.Serialize(role, s_json));
                break;
            default:
                throw new InvalidOperationException($"unknown entity {entity.GetType().Name}");
        }
    }

    private List<T> Read<T>(string sql) => _file.Read(sql, row => JsonSerializer.Deserialize<T>(row.GetString(0), s_json) ?? throw Empty());

    private static InvalidDataException Empty() => new("identity.db holds an empty document");
}
