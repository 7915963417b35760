using System.Formats.Cbor;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>Writes an answer of Smithy RPC v2: instants are tagged seconds since 1970.</summary>
internal sealed class CborOutput(CborWriter cbor) : CloudWatchOutput
{
    /// <inheritdoc/>
    public override void Text(string name, string? value)
    {
        if (value is not null)
        {
            cbor.WriteTextString(name);
            cbor.WriteTextString(value);
        }
    }

    /// <inheritdoc/>
    public override void Number(string name, double? value)
    {
        if (value is { } number)
        {
            cbor.WriteTextString(name);
            cbor.WriteDouble(number);
        }
    }

    /// <inheritdoc/>
    public override void Integer(string name, int? value)
    {
        if (value is { } number)
        {
            cbor.WriteTextString(name);
            cbor.WriteInt32(number);
        }
    }

    /// <inheritdoc/>
    public override void Flag(string name, bool value)
    {
        cbor.WriteTextString(name);
        cbor.WriteBoolean(value);
    }

    /// <inheritdoc/>
    public override void Instant(string name, DateTimeOffset value)
    {
        cbor.WriteTextString(name);
        cbor.WriteTag(CborTag.UnixTimeSeconds);
        cbor.WriteDouble(value.ToUnixTimeMilliseconds() / 1000d);
    }

    /// <inheritdoc/>
    public override void Structure(string name, Action content)
    {
        cbor.WriteTextString(name);
        cbor.WriteStartMap(null);
        content();
        cbor.WriteEndMap();
    }

    /// <inheritdoc/>
    public override void Structures<T>(string name, IEnumerable<T> items, Action<T> content)
    {
        cbor.WriteTextString(name);
        cbor.WriteStartArray(null);
        foreach (var item in items)
        {
            cbor.WriteStartMap(null);
            content(item);
            cbor.WriteEndMap();
        }

        cbor.WriteEndArray();
    }

    /// <inheritdoc/>
    public override void Texts(string name, IEnumerable<string> values)
    {
        cbor.WriteTextString(name);
        cbor.WriteStartArray(null);
        foreach (var value in values)
        {
            cbor.WriteTextString(value);
        }

        cbor.WriteEndArray();
    }

    /// <inheritdoc/>
    public override void Numbers(string name, ReadOnlySpan<double> values)
    {
        cbor.WriteTextString(name);
        cbor.WriteStartArray(values.Length);
        foreach (var value in values)
        {
            cbor.WriteDouble(value);
        }

        cbor.WriteEndArray();
    }

    /// <inheritdoc/>
    public override void Numbers<T>(string name, IEnumerable<T> items, Func<T, string> key, Func<T, double?> value)
    {
        cbor.WriteTextString(name);
        cbor.WriteStartMap(null);
        foreach (var item in items)
        {
            Number(key(item), value(item));
        }

        cbor.WriteEndMap();
    }

    /// <inheritdoc/>
    public override void Instants(string name, ReadOnlySpan<long> seconds)
    {
        cbor.WriteTextString(name);
        cbor.WriteStartArray(seconds.Length);
        foreach (var second in seconds)
        {
            cbor.WriteTag(CborTag.UnixTimeSeconds);
            cbor.WriteInt64(second);
        }

        cbor.WriteEndArray();
    }
}
