using Mrap.Policy.Explanation;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Simulator;

/// <summary>How the steps of a decision are shown.</summary>
public static class PathWords
{
    public static string Title(PathStage stage) => stage switch
    {
        PathStage.ExplicitDeny => "Explicit deny",
        PathStage.Organisation => "Organisation",
        PathStage.Endpoint => "VPC endpoint",
        PathStage.Resource => "Resource policy",
        PathStage.Identity => "Identity policies",
        PathStage.Boundary => "Permissions boundary",
        PathStage.Session => "Session policy",
    };

    public static string Word(PathOutcome outcome) => outcome switch
    {
        PathOutcome.Clear => "Nothing denies",
        PathOutcome.Denies => "Denies",
        PathOutcome.Permits => "Allows",
        PathOutcome.Missing => "Does not allow",
        PathOutcome.Silent => "Says nothing",
        PathOutcome.NotNeeded => "Not needed",
        PathOutcome.NotAttached => "None",
    };

    public static StatusKind Kind(PathOutcome outcome) => outcome switch
    {
        PathOutcome.Clear or PathOutcome.Permits => StatusKind.Success,
        PathOutcome.Denies or PathOutcome.Missing => StatusKind.Error,
        PathOutcome.Silent or PathOutcome.NotNeeded or PathOutcome.NotAttached => StatusKind.Passive,
    };
}
