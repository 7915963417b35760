using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Aws.Routing;
using Mrap.Aws.Sandbox;

namespace Mrap.Aws.Drills;

/// <summary>Reads a drill and checks it against the access point that it names.</summary>
/// <param name="sandbox">The sandbox, against which alone drills are run.</param>
public sealed class PrepareDrill(SandboxControl sandbox, GetAccessPoint getAccessPoint, GetRoutes getRoutes)
{
    /// <summary>Reads it.</summary>
    /// <param name="yaml">The text of a drill file.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The plan or the faults of the text; a fault of its own when the access point could not be read.</returns>
    public async Task<Outcome<DrillFileResult>> ExecuteAsync(string yaml, CancellationToken cancellationToken)
    {
        var result = DrillFile.Read(yaml);
        if (result.Plan is not { } plan)
        {
            return result;
        }

        if (!sandbox.IsThere)
        {
            return DrillFaults.NoSandbox;
        }

        if (!(await getAccessPoint.ReadAsync(plan.AccessPoint, cancellationToken)).TryGet(out var accessPoint, out var fault)
            || !(await getRoutes.ExecuteAsync(accessPoint, cancellationToken)).TryGet(out var routes, out fault))
        {
            return fault;
        }

        return DrillFile.Read(yaml, routes);
    }
}
