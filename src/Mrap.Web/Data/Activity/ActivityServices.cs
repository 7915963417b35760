using Mrap.Aws.Activity;

namespace Mrap.Web.Data.Activity;

/// <summary>Registers the activity log.</summary>
public static class ActivityServices
{
    public static IServiceCollection AddActivity(this IServiceCollection services) => services
        .AddSingleton<IActivityLog, ActivityStore>()
        .AddSingleton<ReadActivity>();
}
