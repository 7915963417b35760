using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mrap.Web.Data.Startup;

/// <summary>Whether the console's database has this version's form and answers from its tables.</summary>
internal sealed class StateHealth(IDbContextFactory<ConsoleDatabase> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var pending = await database.Database.GetPendingMigrationsAsync(cancellationToken);
            if (pending.FirstOrDefault() is { } migration)
            {
                return HealthCheckResult.Unhealthy($"the database lacks the migration `{migration}`");
            }

            await database.TestCases.AnyAsync(cancellationToken);
            await database.Activity.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException fault)
        {
            return HealthCheckResult.Unhealthy("the database does not answer", fault);
        }
    }
}
