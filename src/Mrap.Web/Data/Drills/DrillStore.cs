using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Mrap.Aws.Faults;
using Mrap.Core.Drills.Reports;

namespace Mrap.Web.Data.Drills;

/// <summary>Keeps the reports of drills in the console's database. Faults of the database are values.</summary>
public sealed class DrillStore(IDbContextFactory<ConsoleDatabase> databases)
{
    /// <summary>The most reports that are kept; the oldest are forgotten.</summary>
    public const int MaxKept = 200;

    /// <summary>The code of the fault that there is no such report.</summary>
    public const string NoSuchDrill = "NoSuchDrill";

    /// <summary>The reports that are kept, newest first.</summary>
    public Task<Outcome<ImmutableArray<SavedDrill>>> ListAsync(CancellationToken cancellationToken) =>
        databases.GuardAsync("The drills could not be read.", async database =>
        {
            var rows = await database.Drills.AsNoTracking()
                .OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
                .Take(MaxKept)
                .Select(row => new { row.Id, row.Name, row.AccessPoint, row.At, row.Passed, row.Person })
                .ToListAsync(cancellationToken);
            return (Outcome<ImmutableArray<SavedDrill>>)rows
                .Select(row => new SavedDrill(row.Id, row.Name, row.AccessPoint, Time(row.At), row.Passed, row.Person))
                .ToImmutableArray();
        }, cancellationToken);

    /// <summary>One report.</summary>
    /// <param name="id">Its id, in any form of a GUID.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Outcome<SavedReport>> FindAsync(string? id, CancellationToken cancellationToken) =>
        databases.GuardAsync("The report of the drill could not be read.", async database =>
        {
            if (!Guid.TryParse(id, out var parsed)
                || await database.Drills.AsNoTracking().FirstOrDefaultAsync(row => row.Id == parsed, cancellationToken) is not { } found)
            {
                return new AwsFault(
                    NoSuchDrill, "There is no such report.",
                    $"Its address is wrong, or the report is forgotten: the newest {MaxKept} are kept.", "Choose one from the list.");
            }

            var read = DrillReportJson.Read(found.Report);
            if (read.Report is not { } report)
            {
                return new AwsFault(
                    "DrillUnreadable", "The report of the drill could not be read.",
                    $"Its text is not understood: {read.Fault}.", "Run the drill again.");
            }

            var previous = await database.Drills.AsNoTracking()
                .Where(row => row.Name == found.Name && row.At < found.At)
                .OrderByDescending(row => row.At)
                .FirstOrDefaultAsync(cancellationToken);
            return (Outcome<SavedReport>)new SavedReport(
                Drill(found), report, found.Plan, [.. found.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
                previous is null ? null : Drill(previous), previous is null ? null : DrillReportJson.Read(previous.Report).Report);
        }, cancellationToken);

    /// <summary>Keeps a report and forgets those beyond the bound.</summary>
    /// <param name="drill">What lists show.</param>
    /// <param name="report">What it showed.</param>
    /// <param name="plan">Its plan as YAML.</param>
    /// <param name="notes">What could not be done, in sentences.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Outcome<Unit>> AddAsync(
        SavedDrill drill, DrillReport report, string plan, IEnumerable<string> notes, CancellationToken cancellationToken) =>
        databases.GuardAsync("The report of the drill could not be kept.", async database =>
        {
            database.Drills.Add(new DrillRow
            {
                Id = drill.Id,
                Name = drill.Name,
                AccessPoint = drill.AccessPoint,
                At = drill.At.UtcTicks,
                Passed = drill.Passed,
                Person = drill.Person,
                Report = DrillReportJson.Write(report),
                Plan = plan,
                Notes = string.Join('\n', notes.Select(note => note.ReplaceLineEndings(" "))),
            });
            await database.SaveChangesAsync(cancellationToken);
            var old = database.Drills.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Skip(MaxKept)
                .Select(row => row.Id);
            await database.Drills.Where(row => old.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
            return (Outcome<Unit>)Unit.Instance;
        }, cancellationToken);

    private static SavedDrill Drill(DrillRow row) => new(row.Id, row.Name, row.AccessPoint, Time(row.At), row.Passed, row.Person);

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
