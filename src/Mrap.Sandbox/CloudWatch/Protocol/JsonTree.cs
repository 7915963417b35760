using System.Text.Json;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>Reads a body of AWS JSON.</summary>
internal static class JsonTree
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = CborTree.MaxDepth };

    /// <summary>The members of the call; none for an empty body.</summary>
    /// <exception cref="Wire.ServiceException">It is no JSON object, or too deep.</exception>
    public static CloudWatchInput Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return new TreeInput(new Dictionary<string, object?>());
        }

        try
        {
            using var document = JsonDocument.Parse(body, s_options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new TreeInput(Members(document.RootElement))
                : throw CloudWatchErrors.Unreadable("The body must be a JSON object.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // the second is what half a surrogate pair makes, which only reading the text finds out
            throw CloudWatchErrors.Unreadable("The body cannot be read as JSON.");
        }
    }

    private static Dictionary<string, object?> Members(JsonElement element)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            members[member.Name] = Value(member.Value);
        }

        return members;
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Members(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw CloudWatchErrors.Unreadable("A number is out of range."),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
