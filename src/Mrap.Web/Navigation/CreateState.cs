using Mrap.Core.AccessPoints.Drafts;

namespace Mrap.Web.Navigation;

/// <summary>The step of the wizard that its address names.</summary>
public sealed record CreateState(WizardStep Step) : IPageState<CreateState>
{
    /// <inheritdoc/>
    public static CreateState FromQuery(PageQuery query) =>
        new(query.Value("step", WizardSteps.Find, "name, buckets, public-access or review") ?? WizardStep.Name);

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() => [("step", Step == WizardStep.Name ? null : Step.ToQuery())];
}
