using System.Globalization;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>
/// The members of a call of AWS JSON or Smithy RPC v2, read into a tree of texts, numbers, flags, instants, lists and maps.
/// </summary>
internal sealed class TreeInput(IReadOnlyDictionary<string, object?> members) : CloudWatchInput
{
    /// <inheritdoc/>
    public override string? Text(string name) => Of<string>(name, "a string");

    /// <inheritdoc/>
    public override double? Number(string name) => members.GetValueOrDefault(name) switch
    {
        null => null,
        double number => number,
        _ => throw CloudWatchErrors.WrongType(name, "a number"),
    };

    /// <inheritdoc/>
    public override DateTimeOffset? Instant(string name) => members.GetValueOrDefault(name) switch
    {
        null => null,
        DateTimeOffset instant => instant,
        double seconds => Instants.OfSeconds(name, seconds),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) =>
            instant.ToUniversalTime(),
        _ => throw CloudWatchErrors.WrongType(name, "a timestamp"),
    };

    /// <inheritdoc/>
    public override bool? Flag(string name) => members.GetValueOrDefault(name) switch
    {
        null => null,
        bool flag => flag,
        _ => throw CloudWatchErrors.WrongType(name, "true or false"),
    };

    /// <inheritdoc/>
    public override CloudWatchInput? Structure(string name) =>
        Of<IReadOnlyDictionary<string, object?>>(name, "a structure") is { } structure ? new TreeInput(structure) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<CloudWatchInput> Structures(string name) =>
        [.. List<IReadOnlyDictionary<string, object?>>(name, "a list of structures").Select(structure => new TreeInput(structure))];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Texts(string name) => List<string>(name, "a list of strings");

    /// <inheritdoc/>
    public override IReadOnlyList<double> Numbers(string name) => List<double>(name, "a list of numbers");

    private T? Of<T>(string name, string expected)
        where T : class => members.GetValueOrDefault(name) switch
        {
            null => null,
            T value => value,
            _ => throw CloudWatchErrors.WrongType(name, expected),
        };

    private List<T> List<T>(string name, string expected)
    {
        var found = new List<T>();
        foreach (var item in Of<IReadOnlyList<object?>>(name, expected) ?? [])
        {
            found.Add(item is T value ? value : throw CloudWatchErrors.WrongType(name, expected));
        }

        return found;
    }
}
