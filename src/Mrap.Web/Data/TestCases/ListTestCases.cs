using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Core.TestCases;

namespace Mrap.Web.Data.TestCases;

/// <summary>Reads the test cases of an access point's policy.</summary>
public sealed class ListTestCases(TestCaseStore store)
{
    /// <param name="accessPoint">The ARN of the access point.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Outcome<ImmutableArray<SavedCase>>> ExecuteAsync(string accessPoint, CancellationToken cancellationToken) =>
        store.ListAsync(accessPoint, cancellationToken);
}
