using Mrap.Aws.Drills;
using Mrap.Aws.Faults;
using Mrap.Core.Drills;

namespace Mrap.Web.Drills;

/// <summary>A drill that was started with this console since it runs. Immutable.</summary>
/// <param name="Id">Its id, that of its report too.</param>
/// <param name="Plan">What is done.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="IsStopping">Whether somebody asked it to stop.</param>
/// <param name="HasEnded">Whether it has ended: its report is kept, or there is a fault.</param>
/// <param name="Fault">Why there is no report; null when there is one, or while it runs.</param>
public sealed record RunningDrill(
    Guid Id, DrillPlan Plan, DrillProgress Progress, bool IsStopping = false, bool HasEnded = false, AwsFault? Fault = null);
