using System.Collections.Immutable;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Cases;

/// <summary>A value of a case with its path, for messages.</summary>
internal sealed class CaseNode(JsonSyntax syntax, string path, SourceText source)
{
    /// <summary>Makes the exception that says what is wrong here.</summary>
    public CaseFaultException Fault(string message) => new($"`{path}` {message}");

    /// <summary>A member; nothing when it is missing or null.</summary>
    public CaseNode? Member(string name) => syntax is JsonObjectSyntax members
        ? members.Find(name) is { Value: not JsonNullSyntax } member ? new CaseNode(member.Value, PathOf(name), source) : null
        : throw Fault("is not an object");

    /// <summary>A member that must be there.</summary>
    public CaseNode Required(string name) => Member(name) ?? throw new CaseFaultException($"`{PathOf(name)}` is missing");

    /// <summary>The items of a list; a single value counts as a list of one.</summary>
    public IEnumerable<CaseNode> Items() => syntax is JsonArraySyntax list
        ? list.Items.Select((item, i) => new CaseNode(item, $"{path}[{i}]", source))
        : [this];

    /// <summary>A string, or a number or boolean as text.</summary>
    public string Text() => syntax switch
    {
        JsonTextSyntax text => text.Value,
        JsonNumberSyntax number => number.Text,
        JsonBooleanSyntax boolean => boolean.Value ? "true" : "false",
        _ => throw Fault("is not a string"),
    };

    /// <summary>A boolean.</summary>
    public bool Flag() => syntax is JsonBooleanSyntax flag ? flag.Value : throw Fault("is neither `true` nor `false`");

    /// <summary>The names and values of an object of strings or lists of strings.</summary>
    public IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Texts() => syntax is JsonObjectSyntax members
        ? members.Members.Select(member =>
            KeyValuePair.Create(member.Name, new CaseNode(member.Value, PathOf(member.Name), source).Items().Select(item => item.Text()).ToImmutableArray()))
        : throw Fault("is not an object");

    /// <summary>A policy.</summary>
    public PolicyDocument Document(PolicyKind kind)
    {
        var outcome = PolicyDocument.Parse(source.Slice(syntax.Span).ToString(), kind);
        return outcome.TryGet(out var document)
            ? document
            : throw Fault($"is not a policy: {outcome.Faults[0].Message} at `{outcome.Faults[0].Pointer}`");
    }

    /// <summary>A policy made ready for deciding.</summary>
    public CompiledPolicy Policy(PolicyKind kind) => CompiledPolicy.Compile(Document(kind), kind);

    private string PathOf(string name) => path.Length == 0 ? name : path + "." + name;
}
