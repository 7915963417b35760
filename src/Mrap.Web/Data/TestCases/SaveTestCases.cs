using System.Collections.Immutable;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.TestCases;

namespace Mrap.Web.Data.TestCases;

/// <summary>Saves test cases of an access point's policy: new ones, changed ones, or those of a file. It takes an operator.</summary>
public sealed class SaveTestCases(TestCaseStore store, AccessPointNames names, ChangeGate gate, ICurrentUser user, TimeProvider time)
{
    /// <param name="accessPoint">The ARN of the access point.</param>
    /// <param name="cases">The cases; one with an identity that is kept already takes its place.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Outcome<Unit>> ExecuteAsync(
        string accessPoint, ImmutableArray<SavedCase> cases, CancellationToken cancellationToken)
    {
        var change = new Change(
            ChangeAction.SaveTestCases,
            accessPoint,
            (await names.FindAsync(accessPoint, cancellationToken))?.Value,
            TestCaseText.Of(await store.FindAsync(accessPoint, [.. cases.Select(found => found.Id)], cancellationToken)),
            TestCaseText.Of(cases));
        return await gate.PassAsync(change, () => SaveAsync(accessPoint, cases, cancellationToken));
    }

    private Task<Outcome<Unit>> SaveAsync(string accessPoint, ImmutableArray<SavedCase> cases, CancellationToken cancellationToken)
    {
        if (accessPoint.Length > TestCaseRow.MaxArn || !AccessPointArn.Parse(accessPoint).IsValid)
        {
            return Task.FromResult<Outcome<Unit>>(
                Refused("Test cases are kept with an access point, and its ARN cannot be read.", "Give the ARN of an access point."));
        }

        if (
            cases.FirstOrDefault(
                found => string.IsNullOrWhiteSpace(found.Test.Name) || found.Test.Name.Length > TestCaseRow.MaxName) is not null)
        {
            return Task.FromResult<Outcome<Unit>>(
                Refused($"A test case has a name of 1 to {TestCaseRow.MaxName} characters.", "Say in a few words who may do what."));
        }

        return store.PutAsync(accessPoint, cases, time.GetUtcNow(), user.Current.Name, cancellationToken);
    }

    private static AwsFault Refused(string why, string whatToDo) =>
        new(ConsoleFaultCodes.Invalid, "The test case could not be saved.", why, whatToDo);
}
