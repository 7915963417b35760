using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Faults;

namespace Mrap.Web.Data.TestCases;

/// <summary>Deletes a test case of an access point's policy, which takes an operator.</summary>
public sealed class DeleteTestCase(TestCaseStore store, ChangeGate gate)
{
    /// <param name="accessPoint">The ARN of the access point.</param>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Outcome<Unit>> ExecuteAsync(string accessPoint, Guid id, CancellationToken cancellationToken) => gate.PassAsync(
        new Change(ChangeAction.DeleteTestCase, accessPoint, AccessPoint: null, $"case {id}", After: null),
        () => store.DeleteAsync(accessPoint, id, cancellationToken));
}
