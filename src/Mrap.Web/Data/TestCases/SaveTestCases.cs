using System.Collections.Immutable;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.TestCases;

namespace Mrap.Web.Data.TestCases;

/// <summary>Saves test cases of an access point's policy: new ones, changed ones, or those of a file.</summary>
public sealed class SaveTestCases(TestCaseStore store, ChangeGate gate, TimeProvider time)
{
    /// <param name="accessPoint">The ARN of the access point.</param>
    /// <param name="cases">The cases; one with an identity that is kept already takes its place.</param>
    /// <param name="user">Who saves: it takes an operator.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Outcome<Unit>> ExecuteAsync(
        string accessPoint, ImmutableArray<SavedCase> cases, ActingUser user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return gate.PassAsync(
            user, Role.Operator, cases.Length == 1 ? "Save test case" : "Save test cases", accessPoint, () =>
                SaveAsync(accessPoint, cases, user, cancellationToken));
    }

    private Task<Outcome<Unit>> SaveAsync(
        string accessPoint, ImmutableArray<SavedCase> cases, ActingUser user, CancellationToken cancellationToken)
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

        return store.PutAsync(accessPoint, cases, time.GetUtcNow(), user.Name, cancellationToken);
    }

    private static AwsFault Refused(string why, string whatToDo) =>
        new(ConsoleFaultCodes.Invalid, "The test case could not be saved.", why, whatToDo);
}
