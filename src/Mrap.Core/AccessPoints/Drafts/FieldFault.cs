namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>What is wrong with one field of the wizard.</summary>
/// <param name="Step">The step that has the field.</param>
/// <param name="Field">The field, by one of the names in <see cref="WizardFields"/>.</param>
/// <param name="Message">One sentence.</param>
public sealed record FieldFault(WizardStep Step, string Field, string Message);
