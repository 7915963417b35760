using System.Text.Json;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>Writes an answer of AWS JSON: instants are seconds since 1970.</summary>
internal sealed class JsonOutput(Utf8JsonWriter json) : CloudWatchOutput
{
    /// <inheritdoc/>
    public override void Text(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <inheritdoc/>
    public override void Number(string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    /// <inheritdoc/>
    public override void Integer(string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    /// <inheritdoc/>
    public override void Flag(string name, bool value) => json.WriteBoolean(name, value);

    /// <inheritdoc/>
    public override void Instant(string name, DateTimeOffset value) => json.WriteNumber(name, value.ToUnixTimeMilliseconds() / 1000m);

    /// <inheritdoc/>
    public override void Structure(string name, Action content)
    {
        json.WriteStartObject(name);
        content();
        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public override void Structures<T>(string name, IEnumerable<T> items, Action<T> content)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            content(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override void Texts(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override void Numbers(string name, ReadOnlySpan<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override void Numbers<T>(string name, IEnumerable<T> items, Func<T, string> key, Func<T, double?> value)
    {
        json.WriteStartObject(name);
        foreach (var item in items)
        {
            Number(key(item), value(item));
        }

        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public override void Instants(string name, ReadOnlySpan<long> seconds)
    {
        json.WriteStartArray(name);
        foreach (var second in seconds)
        {
            json.WriteNumberValue(second);
        }

        json.WriteEndArray();
    }
}
