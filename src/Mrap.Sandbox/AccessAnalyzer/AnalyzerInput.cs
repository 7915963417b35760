using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Policy.Text;
using Mrap.Sandbox.Services;

namespace Mrap.Sandbox.AccessAnalyzer;

/// <summary>The members of a call's body. The first fault is kept; what is at fault reads as empty.</summary>
internal sealed class AnalyzerInput
{
    private readonly Dictionary<string, (JsonValueKind Kind, string? Text)> _members = new(StringComparer.Ordinal);

    private AnalyzerInput()
    {
    }

    /// <summary>What is wrong with the call; null when nothing is.</summary>
    public AnalyzerFault? Fault { get; private set; }

    /// <summary>Reads a body.</summary>
    public static AnalyzerInput Read(ServiceCall call)
    {
        var input = new AnalyzerInput();
        try
        {
            using var document = JsonDocument.Parse(call.Body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in document.RootElement.EnumerateObject())
                {
                    input._members[member.Name] =
                        (member.Value.ValueKind, member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null);
                }

                return input;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Answered below: what was sent is no JSON at all, or holds half a surrogate pair, which only reading the text finds out.
        }

        input.Fault = AnalyzerFault.Unreadable();
        return input;
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string name)
    {
        if (!_members.TryGetValue(name, out var value) || value.Kind == JsonValueKind.Null)
        {
            return Refuse(AnalyzerFault.Field(name, value: null, "Member must not be null"));
        }

        return value.Text ?? Refuse(AnalyzerFault.Field(name, value.Kind.ToString(), "Member must be a string"));
    }

    /// <summary>One of several texts that must be there.</summary>
    public string OneOf(string name, ImmutableArray<string> known)
    {
        var value = Text(name);
        return Fault is not null || known.Contains(value)
            ? value
            : Refuse(
                AnalyzerFault.Field(
                    name, DisplayText.Truncate(value), $"Member must satisfy enum value set: [{string.Join(", ", known)}]"));
    }

    /// <summary>One of several texts; null when it is missing.</summary>
    public string? OptionalOneOf(string name, ImmutableArray<string> known) =>
        _members.TryGetValue(name, out var value) && value.Kind != JsonValueKind.Null ? OneOf(name, known) : null;

    private string Refuse(AnalyzerFault fault)
    {
        Fault ??= fault;
        return string.Empty;
    }
}
