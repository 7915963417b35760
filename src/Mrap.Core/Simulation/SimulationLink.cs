using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mrap.Core.Simulation;

/// <summary>Writes a whole simulation as one value of an address, and reads it back.</summary>
public static class SimulationLink
{
    /// <summary>The longest value that is written: servers and proxies refuse addresses beyond 8 KiB.</summary>
    public const int MaxLength = 6000;

    private const int MaxRead = 16_000;
    private const int MaxUnpacked = 512 * 1024;

    /// <summary>The value; null when it would be longer than an address may be.</summary>
    public static string? Write(SimulationState simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            using var json = new Utf8JsonWriter(deflate, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            SimulationJson.Write(json, simulation);
        }

        var value = Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        return value.Length <= MaxLength ? value : null;
    }

    /// <summary>Reads a value. Parts that make no sense are dropped.</summary>
    /// <param name="now">The time of the request where the value does not say.</param>
    /// <returns>The simulation, null when nothing of it can be read; and whether anything was dropped.</returns>
    public static (SimulationState? Simulation, bool IsPartial) Read(string value, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > MaxRead || Unpack(value) is not { } json)
        {
            return (null, true);
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            var reader = new SimulationJsonReader();
            var simulation = reader.Read(document.RootElement, now);
            return (simulation, simulation is null || reader.HasDropped);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // half a surrogate pair passes for JSON until its text is read
            return (null, true);
        }
    }

    private static ReadOnlyMemory<byte>? Unpack(string value)
    {
        if (!Base64Url.IsValid(value))
        {
            return null;
        }

        try
        {
            using var packed = new MemoryStream(Base64Url.DecodeFromChars(value));
            using var deflate = new DeflateStream(packed, CompressionMode.Decompress);
            var unpacked = new ArrayBufferWriter<byte>(4096);
            while (unpacked.WrittenCount <= MaxUnpacked)
            {
                var read = deflate.Read(unpacked.GetSpan(4096));
                if (read == 0)
                {
                    return unpacked.WrittenMemory;
                }

                unpacked.Advance(read);
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
