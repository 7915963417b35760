using Microsoft.AspNetCore.Components.Server.Circuits;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;
using Mrap.Aws.Authorization;
using Mrap.Aws.Hosting;
using Mrap.Aws.Simulation;
using Mrap.Web.Circuit;
using Mrap.Web.Components;
using Mrap.Web.Configuration;
using Mrap.Web.Data.Activity;
using Mrap.Web.Data.Startup;
using Mrap.Web.Data.TestCases;
using Mrap.Web.Drills;
using MudBlazor.Services;

namespace Mrap.Web.Hosting;

/// <summary>Puts the console together: services, middleware and endpoints.</summary>
public static class ConsoleHost
{
    // The text of a policy arrives whole, each quote of it escaped.
    private const int MaxReceived = 256 * 1024;

    private const string ModeSetting = $"{ConsoleOptions.Section}:{nameof(ConsoleOptions.Mode)}";

    /// <summary>Builds the console. Nothing is opened or listened on before it is started.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.AddQuietHosting();
        builder.Services.AddConsole(builder.Configuration);
        var app = builder.Build();
        app.UseConsole();
        return app;
    }

    private static void AddConsole(this IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddOptions<ConsoleOptions>().Bind(configuration.GetSection(ConsoleOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConsoleOptions>, ConsoleOptionsValidator>();
        services.AddSingleton<IPostConfigureOptions<HostFilteringOptions>, LoopbackHostFiltering>();
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<CspNonce>();
        services.AddScoped<ICurrentUser, LoopbackAdministrator>();
        services.AddScoped<Flashes>();
        if (
            string.Equals(
                configuration[ModeSetting] ?? nameof(ConsoleMode.Sandbox), nameof(ConsoleMode.Sandbox), StringComparison.OrdinalIgnoreCase))
        {
            services.AddEmbeddedSandbox();
        }
        else
        {
            services.AddSingleton<SandboxAddress>();
        }

        services.AddActivity();
        services.AddMrapAws(AwsConnection.Of);
        services.AddScoped<ExampleLoader>();
        services.AddScoped<RequestHistory>();
        services.AddScoped<CircuitHandler, CircuitWatch>();
        services.AddSingleton<LoadSimulation>();
        services.AddConsoleState();
        services.AddTestCases();
        services.AddDrills();
        services.AddMudServices();
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = MaxReceived);
        services.AddRequestLocalization(options =>
        {
            var cultures = CultureInfo.GetCultures(CultureTypes.AllCultures).Where(culture => culture.Name.Length > 0).ToList();
            options.DefaultRequestCulture = new("en-US");
            options.SupportedCultures = cultures;
            options.SupportedUICultures = [new CultureInfo("en-US")];
        });
        services.AddDataProtection().SetApplicationName("MRAP Console")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(DataDirectory.Of(configuration), "console", "keys")));
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
    }

    private static void UseConsole(this WebApplication app)
    {
        app.UseCircuitOrigin();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapLandFile();
        app.MapActivityExport();
        app.MapGapExport();
        app.MapDrillReports();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
