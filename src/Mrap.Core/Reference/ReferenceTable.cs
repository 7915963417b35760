using System.Text.Json;

namespace Mrap.Core.Reference;

/// <summary>Opens the reference tables that the assembly carries.</summary>
internal static class ReferenceTable
{
    /// <summary>Opens one table.</summary>
    /// <param name="name">The file name, such as <c>regions.json</c>.</param>
    /// <returns>The parsed document, which the caller disposes.</returns>
    /// <exception cref="InvalidOperationException">The assembly carries no such table.</exception>
    public static JsonDocument Open(string name)
    {
        using var stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the assembly carries no table `{name}`");
        return JsonDocument.Parse(stream);
    }

    /// <summary>Reads a text that must be there.</summary>
    /// <param name="name">The column.</param>
    /// <returns>The text.</returns>
    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString()!;

    /// <summary>Reads a number that must be there.</summary>
    /// <param name="name">The column.</param>
    /// <returns>The number.</returns>
    public static double Number(this JsonElement row, string name) => row.GetProperty(name).GetDouble();

    /// <summary>Reads a truth value that must be there.</summary>
    /// <param name="name">The column.</param>
    /// <returns>The truth value.</returns>
    public static bool Flag(this JsonElement row, string name) => row.GetProperty(name).GetBoolean();
}
