using Microsoft.Data.Sqlite;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Control;

/// <summary>
/// The durable state of the control plane: one SQLite file, written through in a transaction per change. Everything is read once, at the
/// start. Safe for concurrent use: one thread at a time has the connection.
/// </summary>
internal sealed class ControlDatabase : IDisposable
{
    private const string FirstStep =
        """
        CREATE TABLE access_points(
            alias TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, created INTEGER NOT NULL, status TEXT NOT NULL,
            block INTEGER NOT NULL, members TEXT NOT NULL, submissions TEXT NOT NULL,
            established TEXT, proposed TEXT, UNIQUE(account, name)) STRICT;
        CREATE TABLE aliases(alias TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE operations(
            token TEXT PRIMARY KEY, name TEXT NOT NULL, created INTEGER NOT NULL, duration INTEGER NOT NULL, regions TEXT NOT NULL,
            fault_code TEXT, fault_message TEXT, client_token TEXT NOT NULL, request_hash TEXT NOT NULL, request TEXT NOT NULL,
            applied INTEGER NOT NULL) STRICT;
        CREATE TABLE accounts(account TEXT PRIMARY KEY, block INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE regions(region TEXT PRIMARY KEY, condition TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """;

    private const string SecondStep =
        "CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;";

    private readonly SqliteFile _file;

    private ControlDatabase(SqliteFile file) => _file = file;

    /// <summary>Opens the database of a data directory, or makes it.</summary>
    /// <param name="directory">The data directory; it exists.</param>
    /// <param name="durability">What a committed change survives.</param>
    /// <exception cref="SandboxStartException">A newer version of the sandbox, or something else, made the file.</exception>
    public static ControlDatabase Open(string directory, Durability durability) =>
        new(SqliteFile.Open(Path.Combine(directory, "control.db"), durability, FirstStep, SecondStep));

    /// <summary>Makes several changes one: all of them are kept, or none.</summary>
    public void Transact(Action changes) => _file.Transact(changes);

    /// <summary>Inserts or replaces an access point.</summary>
    public void Save(AccessPointRecord record)
    {
        var point = record.Point;
        _file.Run(
            "INSERT OR REPLACE INTO access_points VALUES($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
            point.Alias.Value,
            point.Owner.Value,
            point.Name.Value,
            point.CreatedAt.ToUnixTimeMilliseconds(),
            point.Status.ToWire(),
            ControlText.Of(point.BlockPublicAccess),
            ControlText.Of(point.Members),
            ControlText.Of(record.Submissions),
            record.EstablishedPolicy,
            record.ProposedPolicy);
        _file.Run("INSERT OR IGNORE INTO aliases VALUES($0)", point.Alias.Value);
    }

    /// <summary>Removes an access point. Its alias stays known, never to be used again.</summary>
    public void Remove(AccessPointAlias alias) => _file.Run("DELETE FROM access_points WHERE alias = $0", alias.Value);

    /// <summary>Whether an alias was ever used.</summary>
    public bool IsUsed(AccessPointAlias alias) => _file.Read("SELECT 1 FROM aliases WHERE alias = $0", _ => true, alias.Value).Count > 0;

    /// <summary>Inserts or replaces an operation.</summary>
    public void Save(OperationRecord record)
    {
        var operation = record.Accepted;
        _file.Run(
            "INSERT OR REPLACE INTO operations VALUES($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            operation.Token.ToString(),
            operation.AccessPoint.Value,
            operation.CreatedAt.ToUnixTimeMilliseconds(),
            (long)operation.Duration.TotalMilliseconds,
            string.Join(',', operation.Regions.Select(progress => progress.Region.Value)),
            record.Outcome?.Code,
            record.Outcome?.Message,
            record.ClientToken,
            record.RequestHash,
            ControlText.Of(record.Request),
            record.IsApplied ? 1L : 0L);
    }

    /// <summary>Forgets an operation.</summary>
    public void Remove(OperationTokenArn token) => _file.Run("DELETE FROM operations WHERE token = $0", token.ToString());

    /// <summary>Sets the Block Public Access of an account; null removes it.</summary>
    public void Save(AccountId account, BlockPublicAccess? block)
    {
        if (block is null)
        {
            _file.Run("DELETE FROM accounts WHERE account = $0", account.Value);
        }
        else
        {
            _file.Run("INSERT OR REPLACE INTO accounts VALUES($0, $1)", account.Value, ControlText.Of(block));
        }
    }

    /// <summary>Sets the condition of a Region as its JSON.</summary>
    public void SaveCondition(string region, string condition) =>
        _file.Run("INSERT OR REPLACE INTO regions VALUES($0, $1)", region, condition);

    /// <summary>The conditions of Regions that were ever set, as JSON.</summary>
    public List<(string Region, string Condition)> Conditions() =>
        _file.Read("SELECT region, condition FROM regions", row => (row.GetString(0), row.GetString(1)));

    /// <summary>Keeps a setting; null removes it.</summary>
    public void SaveSetting(string name, string? value)
    {
        if (value is null)
        {
            _file.Run("DELETE FROM settings WHERE name = $0", name);
        }
        else
        {
            _file.Run("INSERT OR REPLACE INTO settings VALUES($0, $1)", name, value);
        }
    }

    /// <summary>A setting that was kept; null when there is none.</summary>
    public string? Setting(string name) =>
        _file.Read("SELECT value FROM settings WHERE name = $0", row => row.GetString(0), name).FirstOrDefault();

    /// <summary>All access points.</summary>
    public List<AccessPointRecord> AccessPoints() => _file.Read(
        "SELECT alias, account, name, created, status, block, members, submissions, established, proposed FROM access_points",
        row => new AccessPointRecord(
            new AccessPoint(
                AccessPointName.Parse(row.GetString(2)).Value,
                AccessPointAlias.Parse(row.GetString(0)).Value,
                AccountId.Parse(row.GetString(1)).Value,
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
                AccessPointStatusText.Parse(row.GetString(4)).Value,
                ControlText.ReadBlock(row.GetInt64(5)),
                ControlText.ReadMembers(row.GetString(6))),
            ControlText.ReadSubmissions(row.GetString(7)),
            Text(row, 8),
            Text(row, 9)));

    /// <summary>All operations that are remembered.</summary>
    public List<OperationRecord> Operations() => _file.Read(
        "SELECT token, name, created, duration, regions, fault_code, fault_message, client_token, request_hash, request, applied FROM "
            + "operations",
        row => new OperationRecord(
            AsyncOperation.Accept(
                OperationTokenArn.Parse(row.GetString(0)).Value,
                AccessPointName.Parse(row.GetString(1)).Value,
                ControlText.ReadRegions(row.GetString(4)),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                TimeSpan.FromMilliseconds(row.GetInt64(3))),
            Text(row, 5) is { } code ? new ServiceFault(code, 200, Text(row, 6) ?? string.Empty) : null,
            row.GetString(7),
            row.GetString(8),
            ControlText.ReadRequest(row.GetString(9)),
            row.GetInt64(10) != 0));

    /// <summary>The accounts that have Block Public Access set.</summary>
    public List<(AccountId Account, BlockPublicAccess Block)> Accounts() =>
        _file.Read(
            "SELECT account, block FROM accounts", row =>
                (AccountId.Parse(row.GetString(0)).Value, ControlText.ReadBlock(row.GetInt64(1))));

    /// <summary>Removes every access point and operation, but not the aliases that were used.</summary>
    public void RemoveAccessPoints() => _file.Run("DELETE FROM access_points; DELETE FROM operations;");

    /// <summary>Removes what is set for accounts.</summary>
    public void RemoveAccounts() => _file.Run("DELETE FROM accounts;");

    /// <summary>Removes the conditions of Regions.</summary>
    public void RemoveConditions() => _file.Run("DELETE FROM regions;");

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
