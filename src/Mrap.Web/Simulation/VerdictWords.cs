using Mrap.Policy.Evaluation;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Simulation;

/// <summary>How verdicts are shown: always an icon and a word.</summary>
public static class VerdictWords
{
    /// <summary>The banner's words; null is a request that cannot be decided.</summary>
    public static string Long(Verdict? verdict) => verdict switch
    {
        Verdict.Allow => "Allowed",
        Verdict.ExplicitDeny => "Denied explicitly",
        Verdict.ImplicitDeny => "Denied: nothing allows it",
        null => "Cannot be decided",
    };

    /// <summary>One or two words.</summary>
    public static string Short(Verdict? verdict) => verdict switch
    {
        Verdict.Allow => "Allowed",
        Verdict.ExplicitDeny => "Denied",
        Verdict.ImplicitDeny => "Not allowed",
        null => "Faulty policy",
    };

    /// <summary>The word that test cases use.</summary>
    public static string Expected(Verdict verdict) => verdict switch
    {
        Verdict.Allow => "allow",
        Verdict.ExplicitDeny => "explicitDeny",
        Verdict.ImplicitDeny => "implicitDeny",
    };

    public static StatusKind Kind(Verdict? verdict) => verdict switch
    {
        Verdict.Allow => StatusKind.Success,
        Verdict.ExplicitDeny => StatusKind.Error,
        Verdict.ImplicitDeny => StatusKind.Stopped,
        null => StatusKind.Warning,
    };
}
