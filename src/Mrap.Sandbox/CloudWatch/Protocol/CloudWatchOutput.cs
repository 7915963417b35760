namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>Writes the members of an answer, whatever protocol it goes out in.</summary>
internal abstract class CloudWatchOutput
{
    /// <summary>Writes a text; null is left out.</summary>
    public abstract void Text(string name, string? value);

    /// <summary>Writes a number; null is left out.</summary>
    public abstract void Number(string name, double? value);

    /// <summary>Writes a whole number; null is left out.</summary>
    public abstract void Integer(string name, int? value);

    /// <summary>Writes true or false.</summary>
    public abstract void Flag(string name, bool value);

    /// <summary>Writes an instant.</summary>
    public abstract void Instant(string name, DateTimeOffset value);

    /// <summary>Writes a structure.</summary>
    public abstract void Structure(string name, Action content);

    /// <summary>Writes a list of structures.</summary>
    public abstract void Structures<T>(string name, IEnumerable<T> items, Action<T> content);

    /// <summary>Writes a list of texts.</summary>
    public abstract void Texts(string name, IEnumerable<string> values);

    /// <summary>Writes a list of numbers.</summary>
    public abstract void Numbers(string name, ReadOnlySpan<double> values);

    /// <summary>Writes a map of numbers; those that are null are left out.</summary>
    public abstract void Numbers<T>(string name, IEnumerable<T> items, Func<T, string> key, Func<T, double?> value);

    /// <summary>Writes a list of instants.</summary>
    /// <param name="seconds">Each in seconds since 1970.</param>
    public abstract void Instants(string name, ReadOnlySpan<long> seconds);
}
