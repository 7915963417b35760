using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Mrap.Aws.Faults;
using Mrap.Core.TestCases;
using Mrap.Policy.Cases;

namespace Mrap.Web.Data.TestCases;

/// <summary>Keeps test cases in the console's database. Faults of the database are values.</summary>
public sealed class TestCaseStore(IDbContextFactory<ConsoleDatabase> databases)
{
    /// <summary>The most cases of one access point.</summary>
    public const int MaxCases = 200;

    /// <summary>The most cases of all together.</summary>
    public const int MaxOfAll = 20_000;

    /// <summary>The cases of an access point in their order.</summary>
    public Task<Outcome<ImmutableArray<SavedCase>>> ListAsync(string accessPoint, CancellationToken cancellationToken) =>
        databases.GuardAsync("The test cases could not be read.", async database =>
    {
        var rows = await database.TestCases.AsNoTracking()
            .Where(row => row.AccessPoint == accessPoint)
            .OrderBy(row => row.Position).ThenBy(row => row.Id)
            .Take(MaxCases)
            .ToListAsync(cancellationToken);
        return (Outcome<ImmutableArray<SavedCase>>)rows
            .Select(row => PolicyCaseReader.Read(row.Line).Case is DecisionCase test ? new SavedCase(row.Id, row.Position, test) : null)
            .OfType<SavedCase>()
            .ToImmutableArray();
    }, cancellationToken);

    /// <summary>Those of some cases that are kept; none when they cannot be read.</summary>
    public async Task<ImmutableArray<SavedCase>> FindAsync(
        string accessPoint, ImmutableArray<Guid> ids, CancellationToken cancellationToken)
    {
        var outcome = await ListAsync(accessPoint, cancellationToken);
        return outcome.TryGet(out var cases, out _) ? [.. cases.Where(found => ids.Contains(found.Id))] : [];
    }

    /// <summary>Adds cases or puts them in the place of those with the same identity: all or none.</summary>
    public Task<Outcome<Unit>> PutAsync(
        string accessPoint, ImmutableArray<SavedCase> cases, DateTimeOffset now, string person, CancellationToken cancellationToken) =>
        databases.GuardAsync("The test case could not be saved.", async database =>
    {
        var ids = cases.Select(found => found.Id).ToList();
        var old = await database.TestCases.Where(
            row => row.AccessPoint == accessPoint && ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var added = cases.Length - old.Count;
        if (added > 0 && await database.TestCases.CountAsync(row => row.AccessPoint == accessPoint, cancellationToken) + added > MaxCases)
        {
            return Refuse($"An access point has at most {MaxCases} test cases.", "Delete some that say the same.");
        }

        if (added > 0 && await database.TestCases.CountAsync(cancellationToken) + added > MaxOfAll)
        {
            return Refuse($"This console keeps at most {MaxOfAll} test cases.", "Delete those of access points that are gone.");
        }

        foreach (var found in cases)
        {
            var line = PolicyCaseWriter.Write(found.Test);
            if (line.Length > TestCaseRow.MaxLine)
            {
                return Refuse($"The case `{found.Test.Name}` is larger than {TestCaseRow.MaxLine / 1024} KiB.", "Shorten its policies.");
            }

            if (old.TryGetValue(found.Id, out var row))
            {
                (row.Name, row.Line, row.Position, row.ChangedAt, row.ChangedBy) = (found.Test.Name, line, found.Position, now, person);
            }
            else
            {
                database.TestCases.Add(
                    new TestCaseRow
                    {
                        Id = found.Id,
                        AccessPoint = accessPoint,
                        Position = found.Position,
                        Name = found.Test.Name,
                        Line = line,
                        ChangedAt = now,
                        ChangedBy = person
                    });
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        return (Outcome<Unit>)Unit.Instance;
    }, cancellationToken);

    /// <summary>Deletes a case; one that is not there changes nothing.</summary>
    public Task<Outcome<Unit>> DeleteAsync(string accessPoint, Guid id, CancellationToken cancellationToken) =>
        databases.GuardAsync("The test case could not be deleted.", async database =>
    {
        await database.TestCases.Where(row => row.AccessPoint == accessPoint && row.Id == id).ExecuteDeleteAsync(cancellationToken);
        return (Outcome<Unit>)Unit.Instance;
    }, cancellationToken);

    private static Outcome<Unit> Refuse(string what, string whatToDo) =>
        new AwsFault(ConsoleFaultCodes.Invalid, "The test case could not be saved.", what, whatToDo);
}
