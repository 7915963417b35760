namespace Mrap.Sandbox.Hosting;

/// <summary>What an acknowledged write survives.</summary>
public enum Durability
{
    /// <summary>The end of the process at any instant (<c>kill -9</c>).</summary>
    Process,

    /// <summary>Also a power cut: files and their directories are flushed before a write is acknowledged.</summary>
    Full,
}
