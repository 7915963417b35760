namespace Mrap.Sandbox.Configuration;

/// <summary>What an acknowledged write survives; the setting <c>Sandbox:Durability</c>.</summary>
public enum Durability
{
    /// <summary>The death of the process.</summary>
    Process,

    /// <summary>Also a power cut: everything is flushed to the disk before it is acknowledged.</summary>
    Full,
}
