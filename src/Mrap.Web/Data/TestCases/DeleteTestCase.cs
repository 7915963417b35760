using Mrap.Aws.AccessPoints;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Faults;

namespace Mrap.Web.Data.TestCases;

/// <summary>Deletes a test case of an access point's policy, which takes an operator.</summary>
public sealed class DeleteTestCase(TestCaseStore store, AccessPointNames names, ChangeGate gate)
{
    /// <param name="accessPoint">The ARN of the access point.</param>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Outcome<Unit>> ExecuteAsync(string accessPoint, Guid id, CancellationToken cancellationToken)
    {
        var change = new Change(
            ChangeAction.DeleteTestCase,
            accessPoint,
            (await names.FindAsync(accessPoint, cancellationToken))?.Value,
            TestCaseText.Of(await store.FindAsync(accessPoint, [id], cancellationToken)) ?? $"case {id}",
            After: null);
        return await gate.PassAsync(change, () => store.DeleteAsync(accessPoint, id, cancellationToken));
    }
}
