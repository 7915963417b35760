namespace Mrap.Web.Data.Drills;

/// <summary>A drill that was run, as lists show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name of the drill.</param>
/// <param name="AccessPoint">The name of the access point.</param>
/// <param name="At">When it began.</param>
/// <param name="Passed">Whether it was run to its end and every objective held.</param>
/// <param name="Person">Who ran it.</param>
public sealed record SavedDrill(Guid Id, string Name, string AccessPoint, DateTimeOffset At, bool Passed, string Person);
