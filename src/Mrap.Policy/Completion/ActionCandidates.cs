using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Actions;
using Mrap.Policy.Model;

namespace Mrap.Policy.Completion;

/// <summary>The S3 actions and the patterns for families of them.</summary>
internal static class ActionCandidates
{
    private const int ShownNames = 6;
    private const int LeastOfVerb = 2;
    private const int LeastOfNoun = 3;

    private static readonly ImmutableArray<Candidate> s_families = MakeFamilies();

    /// <summary>Actions that work on what the policy is attached to first, then families, then all others.</summary>
    public static IEnumerable<Candidate> For(PolicyKind kind, IReadOnlyCollection<string> present)
    {
        var types = TypesOf(kind);
        var actions =
            S3Actions.All.Where(action => !present.Contains(action.Name)).ToLookup(action => types.IsEmpty || types.Any(action.WorksOn));
        return actions[true].Select(Describe)
            .Concat(s_families.Where(family => !present.Contains(family.Text)))
            .Concat(actions[false].Select(Describe));
    }

    private static ImmutableArray<string> TypesOf(PolicyKind kind) => kind switch
    {
        PolicyKind.AccessPoint => ["accesspoint", "accesspointobject"],
        PolicyKind.Bucket => ["bucket", "object"],
        PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session or PolicyKind.ServiceControl
            or PolicyKind.ResourceControl or PolicyKind.Endpoint or PolicyKind.Trust => [],
    };

    private static Candidate Describe(ActionEntry action) => new(
        action.Name,
        CompletionKind.Action,
        action.Level.ToLabel(),
        action.Resources.IsEmpty
            ? "Works on no resource of its own: the resource must be `*`."
            : $"Works on: {string.Join(", ", action.Resources.Select(resource => resource.Type))}.");

    private static ImmutableArray<Candidate> MakeFamilies()
    {
        var patterns = new List<string> { "s3:*" };
        patterns.AddRange(Groups(words: 1, LeastOfVerb));
        patterns.AddRange(Groups(words: 2, LeastOfNoun));
        patterns.Add("s3:*MultiRegionAccessPoint*");
        return [.. patterns.Order(StringComparer.Ordinal).Select(DescribeFamily)];
    }

    private static IEnumerable<string> Groups(int words, int least) => S3Actions.All
        .GroupBy(action => HeadOf(action.Name, words), StringComparer.Ordinal)
        .Where(group => group.Count() >= least)
        .Select(group => group.Key + "*");

    private static string HeadOf(string name, int words)
    {
        var at = name.IndexOf(':', StringComparison.Ordinal) + 1;
        for (var word = 0; word < words && at < name.Length; word++)
        {
            at++;
            while (at < name.Length && !char.IsAsciiLetterUpper(name[at]))
            {
                at++;
            }
        }

        return name[..at];
    }

    private static Candidate DescribeFamily(string pattern)
    {
        var actions = S3Actions.Matching(pattern);
        var levels = actions.Select(action => action.Level).Distinct().Order().Select(level => level.ToLabel());
        var names = actions.Take(ShownNames).Select(action => action.Name);
        return new Candidate(
            pattern,
            CompletionKind.ActionFamily,
            string.Create(CultureInfo.InvariantCulture, $"{actions.Length} actions"),
            $"{string.Join(", ", levels)}: {string.Join(", ", names)}{(actions.Length > ShownNames ? " and more" : "")}.");
    }
}
