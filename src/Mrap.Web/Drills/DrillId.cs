namespace Mrap.Web.Drills;

/// <summary>Names a drill and its report.</summary>
public sealed record DrillId(Guid Value);
