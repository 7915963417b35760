using System.Collections.Immutable;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Cases;

/// <summary>A value of a case with its path, for messages.</summary>
internal sealed class CaseNode(JsonSyntax syntax, string path, SourceText source, CaseFault fault)
{
    /// <summary>Notes what is wrong here.</summary>
    public void Fault(string message) => fault.Note(path.Length == 0 ? "the case " + message : $"`{path}` {message}");

    /// <summary>A member; nothing when it is missing or null.</summary>
    public CaseNode? Member(string name)
    {
        if (syntax is not JsonObjectSyntax members)
        {
            Fault("is not an object");
            return null;
        }

        return members.Find(name) is { Value: not JsonNullSyntax } member ? Child(member.Value, PathOf(name)) : null;
    }

    /// <summary>A member that must be there; a node without a value when it is not.</summary>
    public CaseNode Required(string name)
    {
        if (Member(name) is { } member)
        {
            return member;
        }

        fault.Note($"`{PathOf(name)}` is missing");
        return Child(new JsonMissingSyntax(syntax.Span), PathOf(name));
    }

    /// <summary>Whether it is a list without items.</summary>
    public bool IsEmptyList => syntax is JsonArraySyntax { Items.IsEmpty: true };

    /// <summary>The items of a list, without its nulls; a single value counts as a list of one, and null as an empty list.</summary>
    public IEnumerable<CaseNode> Items() => syntax switch
    {
        JsonArraySyntax list =>
            list.Items.Select((item, i) => (Value: item, Path: $"{path}[{i}]"))
                .Where(item => item.Value is not JsonNullSyntax)
                .Select(item => Child(item.Value, item.Path)),
        JsonNullSyntax => [],
        _ => [this],
    };

    /// <summary>A string, or a number or boolean as text.</summary>
    public string Text() => syntax switch
    {
        JsonTextSyntax text => text.Value,
        JsonNumberSyntax number => number.Text,
        JsonBooleanSyntax boolean => boolean.Value ? "true" : "false",
        _ => NotA("string"),
    };

    /// <summary>A boolean.</summary>
    public bool Flag()
    {
        if (syntax is JsonBooleanSyntax flag)
        {
            return flag.Value;
        }

        Fault("is neither `true` nor `false`");
        return false;
    }

    /// <summary>The names and values of an object of strings or lists of strings.</summary>
    public IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Texts()
    {
        if (syntax is JsonObjectSyntax members)
        {
            return members.Members.Select(member =>
                KeyValuePair.Create(
                    member.Name, Child(member.Value, PathOf(member.Name)).Items().Select(item => item.Text()).ToImmutableArray()));
        }

        Fault("is not an object");
        return [];
    }

    /// <summary>The value as it stands in the line.</summary>
    public string Source() => source.Slice(syntax.Span).ToString();

    /// <summary>A policy; one without statements when it is at fault.</summary>
    public PolicyDocument Document(PolicyKind kind)
    {
        var outcome = PolicyDocument.Parse(Source(), kind);
        if (outcome.TryGet(out var document))
        {
            return document;
        }

        Fault($"is not a policy: {outcome.MainFault!.Message} at `{outcome.MainFault.Pointer}`");
        return new PolicyDocument(PolicyVersion.Unstated, Id: null, [], IsList: true, outcome.Source);
    }

    /// <summary>A policy made ready for deciding.</summary>
    public CompiledPolicy Policy(PolicyKind kind) => CompiledPolicy.Compile(Document(kind), kind);

    private string NotA(string kind)
    {
        Fault("is not a " + kind);
        return "";
    }

    private CaseNode Child(JsonSyntax value, string where) => new(value, where, source, fault);

    private string PathOf(string name) => path.Length == 0 ? name : path + "." + name;
}
