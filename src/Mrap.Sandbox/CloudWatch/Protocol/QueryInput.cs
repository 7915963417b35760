using System.Globalization;
using Mrap.Sandbox.Services;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>The members of a call of AWS Query.</summary>
internal sealed class QueryInput : CloudWatchInput
{
    // The deepest member that CloudWatch knows is MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Name.
    private const int MaxDepth = 12;

    private readonly QueryForm _form;
    private readonly string _prefix;
    private readonly HashSet<string> _structures;

    /// <summary>The members of a whole call.</summary>
    public QueryInput(QueryForm form)
        : this(form, string.Empty, [.. form.Names.SelectMany(StructuresOf)])
    {
    }

    private QueryInput(QueryForm form, string prefix, HashSet<string> structures)
    {
        _form = form;
        _prefix = prefix;
        _structures = structures;
    }

    /// <inheritdoc/>
    public override string? Text(string name) => _form.Optional(_prefix + name);

    /// <inheritdoc/>
    public override double? Number(string name) => Text(name) is { } text ? ReadNumber(name, text) : null;

    /// <inheritdoc/>
    public override DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? Instants.OfSeconds(name, seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant.ToUniversalTime()
                : throw CloudWatchErrors.WrongType(name, "a timestamp");
    }

    /// <inheritdoc/>
    public override bool? Flag(string name) => Text(name) switch
    {
        null => null,
        var text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        _ => throw CloudWatchErrors.WrongType(name, "true or false"),
    };

    /// <inheritdoc/>
    public override CloudWatchInput? Structure(string name) =>
        _structures.Contains(_prefix + name) ? new QueryInput(_form, $"{_prefix}{name}.", _structures) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<CloudWatchInput> Structures(string name) =>
        [.. _form.Members(_prefix + name).Select(member => new QueryInput(_form, member + ".", _structures))];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Texts(string name) => _form.List(_prefix + name);

    /// <inheritdoc/>
    public override IReadOnlyList<double> Numbers(string name) => [.. Texts(name).Select(text => ReadNumber(name, text))];

    private static double ReadNumber(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw CloudWatchErrors.WrongType(name, "a number");

    private static IEnumerable<string> StructuresOf(string name)
    {
        var depth = 0;
        for (var at = name.IndexOf('.', StringComparison.Ordinal); at >= 0 && ++depth <= MaxDepth; at = name.IndexOf('.', at + 1))
        {
            yield return name[..at];
        }
    }
}
