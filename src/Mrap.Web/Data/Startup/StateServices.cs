using Microsoft.EntityFrameworkCore;

namespace Mrap.Web.Data.Startup;

/// <summary>Registers what the console keeps of its own.</summary>
public static class StateServices
{
    /// <summary>Adds the database <c>console/console.db</c> in the data directory; it is made, or migrated, at the start.</summary>
    public static IServiceCollection AddConsoleState(this IServiceCollection services)
    {
        services.AddDbContextFactory<ConsoleDatabase>((provider, options) =>
            options.UseSqlite($"Data Source={StateStart.PathOf(provider.GetRequiredService<IConfiguration>())}"));
        services.AddHostedService<StateStart>();
        services.AddHealthChecks().AddCheck<StateHealth>("database");
        return services;
    }
}
