namespace Mrap.Sandbox.Storage.Sqlite;

/// <summary>SQLite refused what the storage engine relies on: a full disk, a damaged file, or a bug.</summary>
/// <param name="code">The extended result code of SQLite.</param>
/// <param name="message">SQLite's message and the statement.</param>
internal sealed class SqliteFaultException(int code, string message) : Exception($"SQLite error {code}: {message}")
{
    /// <summary>The extended result code of SQLite.</summary>
    public int Code { get; } = code;
}
