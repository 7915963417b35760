using Mrap.Policy.Evaluation;

namespace Mrap.Core.Simulation;

/// <summary>Verdicts in words.</summary>
public static class VerdictText
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
}
