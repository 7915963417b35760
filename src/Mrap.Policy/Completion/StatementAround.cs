using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Completion;

/// <summary>What stands beside the word that is being written.</summary>
internal sealed class StatementAround
{
    private const int MaxEntries = 64;

    private readonly JsonObjectSyntax? _statement;

    /// <summary>Reads the text without the word, so that a word half written does no harm.</summary>
    public StatementAround(string text, CompletionPlace place)
    {
        var word = place.IsName && !place.HasColon ? "\"\":\"\"" : "\"\"";
        var rest = string.Concat(text.AsSpan(0, place.Word.Start), word, text.AsSpan(place.Word.End));
        var root = text.Length <= PolicyLimits.MaxTextLength ? JsonReader.Read(rest, new FaultList()) as JsonObjectSyntax : null;
        TopNames = NamesOf(root);
        _statement = root?.Find("Statement")?.Value switch
        {
            JsonObjectSyntax one => one,
            JsonArraySyntax list => list.Items.OfType<JsonObjectSyntax>().FirstOrDefault(item => item.Span.Contains(place.Word.Start)),
            _ => null,
        };
        Names = NamesOf(_statement);
    }

    /// <summary>The names at the top of the policy.</summary>
    public ImmutableHashSet<string> TopNames { get; }

    /// <summary>The names in the statement.</summary>
    public ImmutableHashSet<string> Names { get; }

    /// <summary>The names in one of the objects of the statement, such as <c>Condition</c>, <c>StringEquals</c>.</summary>
    public ImmutableHashSet<string> NamesIn(params ReadOnlySpan<string> path)
    {
        var found = _statement;
        foreach (var name in path)
        {
            found = found?.Find(name)?.Value as JsonObjectSyntax;
        }

        return NamesOf(found);
    }

    /// <summary>The texts of an element, such as <c>Action</c>; those of its list when it is one.</summary>
    public ImmutableArray<string> TextsOf(string element) => _statement?.Find(element)?.Value switch
    {
        JsonTextSyntax one => [one.Value],
        JsonArraySyntax list => [.. list.Items.OfType<JsonTextSyntax>().Take(MaxEntries).Select(item => item.Value)],
        _ => [],
    };

    /// <summary>The S3 actions that the statement names; empty when it names none.</summary>
    public ImmutableArray<ActionEntry> Actions() =>
        [.. TextsOf("Action").Where(entry => entry.Length > 0).SelectMany(entry => S3Actions.Matching(entry)).Distinct()];

    private static ImmutableHashSet<string> NamesOf(JsonObjectSyntax? found) =>
        found is null ? [] : [.. found.Members.Select(member => member.Name).Where(name => name.Length > 0)];
}
