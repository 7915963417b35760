namespace Mrap.Core.Drills.Reports;

/// <summary>What every version of the JSON form has.</summary>
internal sealed record SchemaDocument(string? Schema = null);
