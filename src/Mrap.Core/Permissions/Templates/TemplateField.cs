namespace Mrap.Core.Permissions.Templates;

/// <summary>What a template asks for.</summary>
/// <param name="Label">The name of the field.</param>
/// <param name="Placeholder">An example.</param>
/// <param name="Fault">Says what is wrong with a value; null when nothing is.</param>
public sealed record TemplateField(string Label, string Placeholder, Func<string, string?> Fault);
