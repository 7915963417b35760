using Mrap.Policy.Actions;

namespace Mrap.Policy.Completion;

/// <summary>Policy variables: the condition keys with one value, and the three that stand for special characters.</summary>
internal static class VariableCandidates
{
    /// <summary>The keys by which one most often names resources first.</summary>
    public static IEnumerable<Candidate> All { get; } =
    [
        Variable("aws:username", "the user's name", "Missing for roles and for the root user."),
        Variable("aws:userid", "the unique id of the caller", "For sessions the role's id, a colon and the session's name."),
        .. S3Actions.ConditionKeys
            .Where(key => !key.IsMultivalued && key.Name is not ("aws:username" or "aws:userid"))
            .Select(key => key.IsTag
                ? new Candidate(
                    $"${{{key.Stem}/", CompletionKind.Variable, "tag", "Write the key of the tag and a closing brace.", IsOpen: true)
                : Variable(key.Name, key.IsGlobal ? "global key" : "S3 key", "")),
        Variable("*", "a star, not a wildcard", ""),
        Variable("?", "a question mark, not a wildcard", ""),
        Variable("$", "a dollar sign", ""),
    ];

    private static Candidate Variable(string key, string detail, string documentation) =>
        new($"${{{key}}}", CompletionKind.Variable, detail, documentation);
}
