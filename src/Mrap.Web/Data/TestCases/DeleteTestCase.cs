using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;

namespace Mrap.Web.Data.TestCases;

/// <summary>Deletes a test case of an access point's policy.</summary>
public sealed class DeleteTestCase(TestCaseStore store, ChangeGate gate)
{
    /// <param name="accessPoint">The ARN of the access point.</param>
    /// <param name="id">The case.</param>
    /// <param name="user">Who deletes: it takes an operator.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Outcome<Unit>> ExecuteAsync(string accessPoint, Guid id, ActingUser user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return gate.PassAsync(
            user, Role.Operator, "Delete test case", accessPoint, () => store.DeleteAsync(accessPoint, id, cancellationToken));
    }
}
