using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Hosting;
using Mrap.Aws.Sandbox;
using Mrap.Testing;
using Mrap.Web.Circuit;
using Mrap.Web.Configuration;
using MudBlazor;
using MudBlazor.Services;

namespace Mrap.Web.Tests;

/// <summary>What every page needs to be rendered.</summary>
public abstract class PageContext : BunitContext
{
    // A machine that is busy with other tests is slow, not wrong.
    static PageContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    /// <param name="services">Adds what the page needs beyond the common; nothing can be added later.</param>
    protected PageContext(Action<IServiceCollection>? services = null)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Time = new FakeTimeProvider(Example.CreatedAt.AddDays(3));
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton(Options.Create(new ConsoleOptions()));
        var address = new SandboxAddress();
        address.Set(new Uri("http://localhost:5081"), new Uri("http://127.0.0.1:5082"), "ca.pem");
        Services.AddSingleton(address);
        Services.AddScoped<Flashes>();
        Services.AddSingleton<IJSRuntime>(new ScriptsWithoutModules(JSInterop.JSRuntime));
        Services.AddSingleton<ICurrentUser>(Acting);
        Services.AddSingleton<IActivityLog>(Activity);
        Services.AddMrapAws(_ => new AwsEnvironment());
        Services.AddSingleton<IFleetConditionsSource>(Fleet);
        services?.Invoke(Services);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected FakeTimeProvider Time { get; }

    /// <summary>Who acts: an administrator until it is changed.</summary>
    protected ActingAs Acting { get; } = new(ActingAs.Administrator);

    /// <summary>What was done.</summary>
    protected InMemoryActivityLog Activity { get; } = new();

    /// <summary>How the Regions are; all up unless a test says otherwise.</summary>
    internal SaidFleetConditions Fleet { get; } = new();

    /// <summary>Lets the clock go on until something has come about, as feeds read again and again.</summary>
    protected void Elapse(Action comesAbout)
    {
        SpinWait.SpinUntil(() => { Time.Advance(TimeSpan.FromMilliseconds(100)); return Holds(comesAbout); }, TimeSpan.FromSeconds(20));
        comesAbout();
    }

    private static bool Holds(Action assertion)
    {
        try
        {
            assertion();
            return true;
        }
        catch (ShouldAssertException)
        {
            return false;
        }
    }

    protected IRenderedComponent<MudPopoverProvider> RenderPopovers() => Render<MudPopoverProvider>();
}
