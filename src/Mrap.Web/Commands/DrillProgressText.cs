using System.Globalization;
using Mrap.Aws.Drills;
using Mrap.Core.Drills;
using Mrap.Core.Drills.Reports;

namespace Mrap.Web.Commands;

/// <summary>Tells how far a drill is: a line when something else begins, and one each ten seconds.</summary>
internal sealed class DrillProgressText(DrillPlan plan, TextWriter errors)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    private (DrillStep Step, int Phase)? _told;
    private TimeSpan _next;

    /// <summary>Tells it.</summary>
    public void Tell(DrillProgress progress)
    {
        var isNew = _told != (progress.Step, progress.Phase);
        if (!isNew && progress.Elapsed < _next)
        {
            return;
        }

        _told = (progress.Step, progress.Phase);
        _next = progress.Elapsed + s_interval;
        errors.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Elapsed.TotalSeconds,6:0.0} s  {What(progress)}: {progress.Requests} requests, {progress.Errors} errors"));
    }

    private string What(DrillProgress progress) => progress.Step switch
    {
        DrillStep.Preparing => "preparing",
        DrillStep.Running => Describe(plan.Phases[progress.Phase]),
        DrillStep.Restoring => "putting everything back",
        DrillStep.Auditing => "looking for every written key",
    };

    private static string Describe(DrillPhase phase) =>
        DrillActionText.Of(phase.Action) is { Length: > 0 } action ? $"{phase.Name} ({action})" : phase.Name;
}
