using Mrap.Policy.Evaluation;

namespace Mrap.Web.Components.Shared;

/// <summary>How verdicts are shown: always an icon beside the word.</summary>
public static class VerdictStatus
{
    public static StatusKind Of(Verdict? verdict) => verdict switch
    {
        Verdict.Allow => StatusKind.Success,
        Verdict.ExplicitDeny => StatusKind.Error,
        Verdict.ImplicitDeny => StatusKind.Stopped,
        null => StatusKind.Warning,
    };
}
