using System.Text;
using SQLitePCL;

namespace Mrap.Sandbox.Storage.Sqlite;

/// <summary>
/// A compiled statement. Parameters count from 1, columns from 0, as in SQLite. Spans read from a column live until the next step or reset.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly Database _database;
    private readonly sqlite3_stmt _handle;
    private readonly string _sql;

    /// <summary>Takes over a compiled statement.</summary>
    internal Statement(Database database, sqlite3_stmt handle, string sql)
    {
        _database = database;
        _handle = handle;
        _sql = sql;
    }

    /// <summary>Sets a parameter to a number.</summary>
    public Statement Bind(int index, long value)
    {
        _database.Check(raw.sqlite3_bind_int64(_handle, index, value), _sql);
        return this;
    }

    /// <summary>Sets a parameter to text; null is NULL.</summary>
    public Statement Bind(int index, string? value)
    {
        _database.Check(value is null ? raw.sqlite3_bind_null(_handle, index) : raw.sqlite3_bind_text(_handle, index, value), _sql);
        return this;
    }

    /// <summary>Sets a parameter to bytes, which are copied.</summary>
    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        _database.Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_handle, index, 0) : raw.sqlite3_bind_blob(_handle, index, value), _sql);
        return this;
    }

    /// <summary>Sets a parameter to NULL.</summary>
    public Statement BindNull(int index)
    {
        _database.Check(raw.sqlite3_bind_null(_handle, index), _sql);
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False when there is none; the statement is then ready to run again.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(_handle);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        // a failed statement must be reset before it can be bound again, whatever it says
        if (result != raw.SQLITE_DONE)
        {
            try
            {
                _database.Check(result, _sql);
            }
            finally
            {
                raw.sqlite3_reset(_handle);
            }
        }

        raw.sqlite3_reset(_handle);
        return false;
    }

    /// <summary>Runs a statement that returns no row.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        while (Step())
        {
        }

        return _database.Changes;
    }

    /// <summary>Ends a run before its last row, so that the statement holds no snapshot and can run again.</summary>
    public void Reset() => raw.sqlite3_reset(_handle);

    /// <summary>A column as a number; NULL is 0.</summary>
    public long Int64(int column) => raw.sqlite3_column_int64(_handle, column);

    /// <summary>A column as a truth value.</summary>
    public bool Flag(int column) => Int64(column) != 0;

    /// <summary>A column as bytes; NULL is empty.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_handle, column);

    /// <summary>A column as text; NULL is empty. Also reads UTF-8 kept as bytes.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
