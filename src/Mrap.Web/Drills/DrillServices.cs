using Mrap.Web.Data.Drills;

namespace Mrap.Web.Drills;

/// <summary>Registers what runs drills and keeps their reports.</summary>
public static class DrillServices
{
    /// <summary>Adds it; after the sandbox, so that a drill is stopped before the sandbox is.</summary>
    public static IServiceCollection AddDrills(this IServiceCollection services) => services
        .AddSingleton<DrillStore>()
        .AddSingleton<CurrentDrill>()
        .AddHostedService(provider => provider.GetRequiredService<CurrentDrill>())
        .AddScoped<StartDrill>();
}
