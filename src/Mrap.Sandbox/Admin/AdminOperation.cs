namespace Mrap.Sandbox.Admin;

/// <summary>An operation of the control interface.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below <c>/_sandbox/</c>; one that ends with a slash takes an argument behind it.</param>
/// <param name="Summary">What it does, for the list of all: a phrase without a full stop.</param>
/// <param name="Handler">Carries it out.</param>
internal sealed record AdminOperation(string Method, string Path, string Summary, Func<AdminCall, Task> Handler)
{
    /// <summary>What a path names: an argument, or nothing; null when it is another operation's path.</summary>
    public string? Match(string path)
    {
        if (!Path.EndsWith('/'))
        {
            return path == Path ? string.Empty : null;
        }

        return path.Length > Path.Length && path.StartsWith(Path, StringComparison.Ordinal) ? path[Path.Length..] : null;
    }
}
