using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Mrap.Aws.Connections;
using Mrap.Aws.Sandbox;
using Mrap.Web.Circuit;
using Mrap.Web.Data;
using Mrap.Web.Data.Startup;
using Mrap.Web.Data.TestCases;
using Mrap.Web.Drills;
using Mrap.Web.Tests.Data;

namespace Mrap.Web.Tests.Pages;

/// <summary>A page rendered over a real sandbox, on the machine's clock.</summary>
public abstract class SandboxPageContext : PageContext, IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <param name="port">The sandbox's HTTP port; one at which nobody answers makes every call fail.</param>
    /// <param name="areConditionsReal">Whether how the Regions are is asked of the sandbox, and not said by the test.</param>
    protected SandboxPageContext(int port, bool areConditionsReal = false)
        : base(services => Add(services, port, areConditionsReal)) => RenderPopovers();

    protected NavigationManager Navigator => Services.GetRequiredService<NavigationManager>();

    public async ValueTask InitializeAsync()
    {
        var state = Services.GetRequiredService<StateFixture>();
        await new StateStart(state, state.Settings).StartAsync(Xunit.TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until a page has come to show something.</summary>
    protected static void Eventually<T>(IRenderedComponent<T> page, Action shows)
        where T : IComponent => page.WaitForAssertion(shows, s_patience);

    /// <summary>Presses a button that is there, with nothing rendered between finding and pressing it.</summary>
    protected static Task PressAsync<T>(IRenderedComponent<T> page, string name)
        where T : IComponent => page.InvokeAsync(() => page.ByRole("button", name).Click());

    /// <summary>Opens a page at an address.</summary>
    protected IRenderedComponent<T> Open<T>(string address, Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        Navigator.NavigateTo(address);
        return Render(parameters ?? (_ => { }));
    }

    private static void Add(IServiceCollection services, int port, bool areConditionsReal)
    {
        if (areConditionsReal)
        {
            services.AddSingleton<IFleetConditionsSource>(
                provider => new SandboxFleetConditions(provider.GetRequiredService<SandboxControl>()));
        }

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new AwsEnvironment { SandboxPort = port, MaxAttempts = 1 });
        services.AddSingleton<IHostApplicationLifetime>(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
        services.AddScoped<ExampleLoader>();
        services.AddScoped<RequestHistory>();
        services.AddTestCases();
        services.AddDrills();
        services.AddSingleton(_ => new StateFixture());
        services.AddSingleton<IDbContextFactory<ConsoleDatabase>>(provider => provider.GetRequiredService<StateFixture>());
    }
}
