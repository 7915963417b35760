using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Routing;

/// <summary>
/// Reads which vantages see the newest routes. Only the sandbox tells; AWS says that it usually takes about two minutes (Amazon S3 User
/// Guide, "Amazon S3 Multi-Region Access Points failover controls").
/// </summary>
/// <param name="sandbox">The sandbox.</param>
public sealed class GetPropagation(SandboxControl sandbox)
{
    /// <summary>How long it usually takes with AWS.</summary>
    public static TimeSpan UsualAtAws { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether anybody tells.</summary>
    public bool IsKnown => sandbox.IsThere;

    /// <summary>Reads it.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How far the routes have come, or why that could not be read.</returns>
    public async Task<Outcome<RouteProgress>> ExecuteAsync(AccessPoint accessPoint, CancellationToken cancellationToken)
    {
        var answer = await sandbox.GetAsync<Document>(
            $"propagation?accessPoint={Uri.EscapeDataString(accessPoint.Alias.Value)}",
            $"How far the routes of `{accessPoint.Name}` have come could not be read.",
            cancellationToken);
        return answer.TryGet(out var got, out var fault)
            ? new RouteProgress(
                got.SubmittedAt, TimeSpan.FromSeconds(got.PropagationSeconds), got.Vantages, [.. got.Pending ?? []])
            : fault;
    }

    private sealed record Document(DateTimeOffset SubmittedAt, double PropagationSeconds, int Vantages, ImmutableArray<string>? Pending);
}
