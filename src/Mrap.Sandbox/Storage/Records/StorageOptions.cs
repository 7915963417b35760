using Mrap.Sandbox.Configuration;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>Where and how surely the sandbox keeps its objects.</summary>
/// <param name="DataDirectory">The folder of the setting <c>Sandbox:DataDirectory</c>; made when it is not there.</param>
/// <param name="Durability">What an acknowledged write survives.</param>
internal sealed record StorageOptions(string DataDirectory, Durability Durability)
{
    /// <summary>The largest body in bytes that is kept inside the database: below it a file of its own costs more than it saves.</summary>
    public const int InlineLimit = 64 * 1024;

    /// <summary>
    /// How long the bytes of a removed version stay on disk: a reader that has just looked the version up can still open it.
    /// A reader that has it open keeps it for as long as it reads.
    /// </summary>
    public static readonly TimeSpan RemovalGrace = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes each Region keeps in memory for reads of small newest versions.</summary>
    public const int CacheBytes = 8 * 1024 * 1024;
}
