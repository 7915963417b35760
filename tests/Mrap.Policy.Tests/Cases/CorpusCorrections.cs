using Mrap.Policy.Cases;

namespace Mrap.Policy.Tests.Cases;

/// <summary>
/// Cases of the corpus, which is kept as it was handed over, whose expected answers AWS's documentation contradicts, with the right ones.
/// </summary>
internal static class CorpusCorrections
{
    private static readonly Dictionary<string, string> s_answers = new(StringComparer.Ordinal)
    {
        // IAM User Guide, "IAM JSON policy elements: Resource": a star at the end of a field goes on behind its colon
        ["resource-88"] = "allow",
        ["resource-89"] = "allow",

        // AWS Security Blog, "How to Restrict Amazon S3 Bucket Access to a Specific IAM Role": a role does not shield its sessions, and a
        // session is shielded only when its role is listed beside it
        ["notprincipal-04"] = "explicitDeny",
        ["notprincipal-11"] = "explicitDeny",
    };

    /// <summary>The right answers by the id of the case.</summary>
    public static IReadOnlyDictionary<string, string> Answers => s_answers;

    /// <summary>The answer that a case must give.</summary>
    public static string AnswerTo(PolicyCase found) => s_answers.GetValueOrDefault(found.Id, found.Expected);
}
