using System.Collections.Immutable;

namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>How steps are written in addresses and shown in the rail.</summary>
public static class WizardSteps
{
    /// <summary>The steps in their order.</summary>
    public static ImmutableArray<WizardStep> All { get; } =
        [WizardStep.Name, WizardStep.Buckets, WizardStep.PublicAccess, WizardStep.Review];

    /// <summary>The step in an address.</summary>
    public static string ToQuery(this WizardStep step) => step switch
    {
        WizardStep.Name => "name",
        WizardStep.Buckets => "buckets",
        WizardStep.PublicAccess => "public-access",
        WizardStep.Review => "review",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The step of an address; null when the text names none.</summary>
    public static WizardStep? Find(string? text) => text switch
    {
        "name" => WizardStep.Name,
        "buckets" => WizardStep.Buckets,
        "public-access" => WizardStep.PublicAccess,
        "review" => WizardStep.Review,
        _ => null,
    };

    /// <summary>What the step is called.</summary>
    public static string Title(this WizardStep step) => step switch
    {
        WizardStep.Name => "Name",
        WizardStep.Buckets => "Buckets",
        WizardStep.PublicAccess => "Block Public Access",
        WizardStep.Review => "Review and create",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The step before; null for the first.</summary>
    public static WizardStep? Before(this WizardStep step) => step == WizardStep.Name ? null : step - 1;

    /// <summary>The step after; null for the last.</summary>
    public static WizardStep? After(this WizardStep step) => step == WizardStep.Review ? null : step + 1;
}
