using System.Globalization;
using Mrap.Sandbox.Configuration;

namespace Mrap.Sandbox.Storage.Sqlite;

/// <summary>
/// Takes a file from the version it has to the one that this release reads and writes: the file keeps how many of the numbered steps it has
/// been through.
/// </summary>
internal static class SchemaSteps
{
    /// <summary>How a file is asked for its version.</summary>
    public const string VersionQuery = "PRAGMA user_version";

    /// <summary>How a file is asked for what was made in it first.</summary>
    public const string FirstTableQuery = "SELECT name FROM sqlite_schema LIMIT 1";

    /// <summary>Carries out the steps that a file lacks.</summary>
    /// <param name="path">The file, to be named when it is refused.</param>
    /// <param name="steps">The statements of each version, the first first.</param>
    /// <param name="version">The answer to <see cref="VersionQuery"/>.</param>
    /// <param name="firstTable">Asks <see cref="FirstTableQuery"/>; null when there is none.</param>
    /// <param name="carryOut">Runs statements in one transaction.</param>
    /// <exception cref="SandboxStartException">A later release wrote the file, or something else did; it stays as it is.</exception>
    public static void Take(string path, ReadOnlySpan<string> steps, long version, Func<string?> firstTable, Action<string> carryOut)
    {
        if (version > steps.Length)
        {
            throw new SandboxStartException($"Sandbox:DataDirectory: `{path}` was made by a newer version of the sandbox.");
        }

        if (version == 0 && firstTable() is { } foreign)
        {
            throw new SandboxStartException(
                $"Sandbox:DataDirectory: `{path}` is not the sandbox's: something else made `{foreign}` in it.");
        }

        for (var step = (int)version; step < steps.Length; step++)
        {
            carryOut(string.Create(CultureInfo.InvariantCulture, $"{steps[step]}\nPRAGMA user_version = {step + 1};"));
        }
    }

    /// <summary>The refusal of a file that SQLite cannot read.</summary>
    public static SandboxStartException Unreadable(string path, Exception fault) =>
        new($"Sandbox:DataDirectory: `{path}` cannot be opened ({fault.Message.TrimEnd('.')}).", fault);
}
