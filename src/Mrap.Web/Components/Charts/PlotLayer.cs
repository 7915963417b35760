namespace Mrap.Web.Components.Charts;

/// <summary>A series as it is drawn.</summary>
/// <param name="Series">The series.</param>
/// <param name="Path">Its path, in steps across and <see cref="PlotDrawing.Height"/> units from above.</param>
/// <param name="Points">Its values for the script, with spaces between; <c>-</c> for none.</param>
internal sealed record PlotLayer(PlotSeries Series, string Path, string Points);
