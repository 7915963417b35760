using System.Globalization;
using Microsoft.Data.Sqlite;
using Mrap.Sandbox.Configuration;

namespace Mrap.Sandbox.Storage.Sqlite;

/// <summary>
/// A small SQLite file whose tables are made and changed in numbered steps, written through in a transaction per change. Safe for
/// concurrent use: one thread at a time has the connection.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();
    private SqliteTransaction? _transaction;

    private SqliteFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens a file, or makes it, and takes it through the steps that it has not been through.</summary>
    /// <param name="path">The full path; its folder exists. A new file is its owner's alone, as are the journals beside it.</param>
    /// <param name="durability">What a committed change survives.</param>
    /// <param name="steps">
    /// The statements of each version, the first first. The file keeps how many of them it has been through; a step that ends half way
    /// leaves the file as it was before it.
    /// </param>
    /// <exception cref="SandboxStartException">A later release wrote the file, something else did, or it cannot be opened.</exception>
    public static SqliteFile Open(string path, Durability durability, params ReadOnlySpan<string> steps)
    {
        // SQLite gives its journal files the mode of the database, so the secrets are nobody else's from the first byte.
        OwnerOnly.MakeFile(path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var file = new SqliteFile(connection);
            file.Migrate(path, steps);
            file.Run($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {(durability == Durability.Full ? "FULL" : "NORMAL")};");
            return file;
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw SchemaSteps.Unreadable(path, fault);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes several changes one: all of them are kept, or none.</summary>
    public void Transact(Action changes)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            _transaction = transaction;
            try
            {
                changes();
                transaction.Commit();
            }
            finally
            {
                _transaction = null;
            }
        }
    }

    /// <summary>Carries out a statement, or several without values.</summary>
    /// <param name="sql">A constant, with <c>$0</c>, <c>$1</c> ... where the values go.</param>
    public void Run(string sql, params ReadOnlySpan<object?> values)
    {
        lock (_gate)
        {
            using var command = Command(sql, values);
            using var results = command.ExecuteReader();

            // To be disposed of, a reader runs the statements that are left, and keeps their faults to itself.
            while (results.NextResult())
            {
            }
        }
    }

    /// <summary>Reads every row that a query finds.</summary>
    /// <param name="sql">A constant, with <c>$0</c>, <c>$1</c> ... where the values go.</param>
    /// <param name="read">Reads one row.</param>
    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        lock (_gate)
        {
            using var command = Command(sql, values);
            using var row = command.ExecuteReader();
            var found = new List<T>();
            while (row.Read())
            {
                found.Add(read(row));
            }

            return found;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void Migrate(string path, ReadOnlySpan<string> steps) => SchemaSteps.Take(
        path,
        steps,
        Read(SchemaSteps.VersionQuery, row => row.GetInt64(0))[0],
        () => Read(SchemaSteps.FirstTableQuery, row => row.GetString(0)).FirstOrDefault(),
        statements => Transact(() => Run(statements)));

#pragma warning disable CA2100 // the statements are constants of the callers
    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = new SqliteCommand(sql, _connection, _transaction);
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("$" + i.ToString(CultureInfo.InvariantCulture), values[i] ?? DBNull.Value);
        }

        return command;
    }
#pragma warning restore CA2100
}
