namespace Mrap.Sandbox.S3Control;

/// <summary>An operation of S3 Control: how a request for it looks, what it takes to be let in, and what carries it out.</summary>
/// <param name="Name">Its name in the API Reference; unique.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Path">Its path.</param>
internal sealed record ControlOperation(string Name, string Method, ControlPathTemplate Path)
{
    /// <summary>The action it needs; the one of its name when it is not set.</summary>
    public string Action { get; init; } = "s3:" + Name;

    /// <summary>What it is about.</summary>
    public required ControlResource Resource { get; init; }

    /// <summary>Where it is answered.</summary>
    public ControlRegions Regions { get; init; } = ControlRegions.Management;

    /// <summary>
    /// Takes the turn of a request for what its path names, before its body is read; given back when it is answered. Null when requests
    /// need not wait for each other.
    /// </summary>
    public Func<string, IDisposable>? Enter { get; init; }

    /// <summary>Carries it out and writes the answer.</summary>
    public required Func<ControlCall, Task> Handler { get; init; }
}
