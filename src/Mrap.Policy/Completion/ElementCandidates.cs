using Mrap.Policy.Model;

namespace Mrap.Policy.Completion;

/// <summary>The names of elements and the few words that some of them take (IAM User Guide, "IAM JSON policy element reference").</summary>
internal static class ElementCandidates
{
    private const string Entries = "\"$0\"";

    /// <summary>The elements of a policy that are not there yet.</summary>
    public static IEnumerable<Candidate> OfPolicy(StatementAround around, PolicyKind kind)
    {
        Candidate[] all =
        [
            Element("Version", "The version of the policy language; policy variables need 2012-10-17.", "\"2012-10-17\"$0"),
            Element("Id", "A name for the whole policy; AWS gives it no meaning.", Entries),
            Element("Statement", "The statements, in any order.", "[\n  {\n    $0\n  }\n]"),
        ];
        var names = around.TopNames;
        return all.Where(
            element => !names.Contains(element.Text) && (element.Text != "Id" || kind is PolicyKind.Bucket or PolicyKind.AccessPoint));
    }

    /// <summary>The elements of a statement that may still be added.</summary>
    public static IEnumerable<Candidate> OfStatement(StatementAround around, PolicyKind kind)
    {
        var hasPrincipal = kind is PolicyKind.Bucket or PolicyKind.AccessPoint or PolicyKind.ResourceControl or PolicyKind.Endpoint
            or PolicyKind.Trust;
        var hasNegatedPrincipal = kind is PolicyKind.Bucket or PolicyKind.AccessPoint;
        var hasResource = kind != PolicyKind.Trust;
        (Candidate Element, bool IsAllowed)[] all =
        [
            (Element("Sid", "A name for the statement, unique in the policy.", Entries), true),
            (Element("Effect", "What the statement does when it matches: allow or deny.", "\"${1|Allow,Deny|}\"$0"), true),
            (Element("Principal", "Who the statement is about.", "$0"), hasPrincipal),
            (Element("Action", "The actions it is about.", Entries), true),
            (Element("Resource", "The resources it is about.", Entries), hasResource),
            (Element("Condition", "What must hold besides for the statement to match.", "{\n  $0\n}"), true),
            (
                Element("NotPrincipal", "Everyone but those who are named. With Allow this grants to the whole world.", "$0"),
                hasNegatedPrincipal),
            (Element("NotAction", "Every action but those that are named.", Entries), kind != PolicyKind.ResourceControl),
            (Element("NotResource", "Every resource but those that are named.", Entries), hasResource),
        ];
        return all
            .Where(row => row.IsAllowed && !around.Names.Contains(row.Element.Text) && !around.Names.Contains(TwinOf(row.Element.Text)))
            .Select(row => row.Element);
    }

    /// <summary>A whole statement, with the elements that it must have.</summary>
    public static Candidate Statement(PolicyKind kind)
    {
        var principal = kind is PolicyKind.Bucket or PolicyKind.AccessPoint or PolicyKind.Trust ? "  \"Principal\": {\"AWS\": \"\"},\n"
            : kind == PolicyKind.ResourceControl ? "  \"Principal\": \"*\",\n"
            : "";
        var resource = kind == PolicyKind.Trust ? "" : ",\n  \"Resource\": \"\"";
        return new Candidate(
            "statement",
            CompletionKind.Element,
            "element",
            "A statement with the elements that it must have.",
            Raw: $"{{\n  \"Effect\": \"Allow\",\n{principal}  \"Action\": \"$0\"{resource}\n}}");
    }

    /// <summary>The types of principals that are not there yet.</summary>
    public static IEnumerable<Candidate> OfPrincipal(IReadOnlySet<string> present)
    {
        Candidate[] all =
        [
            new("AWS", CompletionKind.Element, "type of principal", "Accounts, users, roles and sessions, or `*` for everyone.", Entries),
            new("Service", CompletionKind.Element, "type of principal", "An AWS service that acts for itself.", Entries),
            new(
                "CanonicalUser", CompletionKind.Element, "type of principal",
                "An account by its Amazon S3 canonical id: 64 hexadecimal digits.", Entries),
            new(
                "Federated", CompletionKind.Element, "type of principal", "An identity provider; requests to S3 never come from one.",
                Entries),
        ];
        return all.Where(type => !present.Contains(type.Text));
    }

    /// <summary>The two effects.</summary>
    public static IEnumerable<Candidate> Effects =>
    [
        Named("Allow", "effect", "Grants what the statement matches."),
        Named("Deny", "effect", "Refuses what the statement matches; nothing can override it."),
    ];

    /// <summary>The two versions.</summary>
    public static IEnumerable<Candidate> Versions =>
    [
        Named("2012-10-17", "current version", "Policy variables are replaced."),
        Named("2008-10-17", "old version", "Policy variables are plain text."),
    ];

    private static Candidate Element(string name, string documentation, string value) =>
        new(name, CompletionKind.Element, "element", documentation, value);

    private static Candidate Named(string text, string detail, string documentation) =>
        new(text, CompletionKind.Word, detail, documentation);

    private static string TwinOf(string name) => name.StartsWith("Not", StringComparison.Ordinal) ? name[3..] : "Not" + name;
}
