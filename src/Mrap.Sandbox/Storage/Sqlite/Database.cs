using SQLitePCL;

namespace Mrap.Sandbox.Storage.Sqlite;

/// <summary>
/// A connection to a Region's metadata, used by one thread at a time. It speaks to SQLite directly because keys and bodies are bytes
/// that a provider with boxed parameters would copy on the way.
/// </summary>
internal sealed class Database : IDisposable
{
    private const int BusyMilliseconds = 10_000;

    static Database() => Batteries_V2.Init();

    private readonly sqlite3 _handle;

    private Database(sqlite3 handle) => _handle = handle;

    /// <summary>The number of rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>Opens a connection.</summary>
    /// <param name="path">The file; made when it is not there and <paramref name="canWrite"/>.</param>
    /// <param name="canWrite">Whether this is the Region's one writer.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="SqliteFaultException">The file cannot be opened.</exception>
    public static Database Open(string path, bool canWrite)
    {
        var mode = canWrite ? raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE : raw.SQLITE_OPEN_READONLY;
        var result = raw.sqlite3_open_v2(path, out var handle, mode | raw.SQLITE_OPEN_NOMUTEX, null);
        if (result != raw.SQLITE_OK)
        {
            var message = handle is null ? path : raw.sqlite3_errmsg(handle).utf8_to_string();
            handle?.Dispose();
            throw new SqliteFaultException(result, message);
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
        return new Database(handle);
    }

    /// <summary>Compiles a statement that will run many times.</summary>
    /// <param name="sql">One statement.</param>
    /// <returns>The statement; dispose it before the connection.</returns>
    public Statement Prepare(string sql)
    {
        const uint Persistent = 1;
        Check(raw.sqlite3_prepare_v3(_handle, sql, Persistent, out var handle), sql);
        return new Statement(this, handle, sql);
    }

    /// <summary>Runs statements that return nothing of interest.</summary>
    /// <param name="sql">One or more statements.</param>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql), sql);

    /// <summary>Runs a statement that returns one number.</summary>
    /// <param name="sql">One statement.</param>
    /// <returns>The first column of the first row; 0 when there is none.</returns>
    public long Scalar(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>Runs a statement that returns one text.</summary>
    /// <param name="sql">One statement.</param>
    /// <returns>The first column of the first row; null when there is none.</returns>
    public string? Text(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : null;
    }

    /// <summary>Turns a result code that is not success into an exception.</summary>
    /// <param name="result">The code.</param>
    /// <param name="sql">What was run.</param>
    public void Check(int result, string sql)
    {
        if (result is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return;
        }

        throw new SqliteFaultException(raw.sqlite3_extended_errcode(_handle), $"{raw.sqlite3_errmsg(_handle).utf8_to_string()} in `{sql}`");
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
