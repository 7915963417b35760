using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Mrap.Aws.AccessPoints;
using Mrap.Testing;
using Mrap.Web.Circuit;
using Mrap.Web.Components.AccessPoints.List;
using Mrap.Web.Configuration;
using Mrap.Web.Tests.Pages;

namespace Mrap.Web.Tests.Circuit;

public sealed class ExampleLoaderTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port), IClassFixture<SandboxPages>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    private ExampleLoader Loader => Services.GetRequiredService<ExampleLoader>();

    [Fact]
    public async Task Example_ThatFailed_GoesOnWhereItFailed()
    {
        var before = await CountAsync();
        await SetSydneyAsync("down");
        await Loader.RunAsync();
        var failed = Loader.Progress!;

        await SetSydneyAsync("up");
        await Loader.RunAsync();

        failed.Fault.ShouldNotBeNull();
        Loader.Progress!.Fault.ShouldBeNull();
        Loader.Progress.IsSuccess.ShouldBeTrue();
        Loader.Progress.Plan.ShouldBeSameAs(failed.Plan);
        (await CountAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Example_OnceLoaded_IsLoadedAnew()
    {
        await Loader.RunAsync();
        var first = Loader.Progress!;

        await Loader.RunAsync();

        first.IsSuccess.ShouldBeTrue();
        Loader.Progress!.IsSuccess.ShouldBeTrue();
        Loader.Progress.Plan.Target.ShouldNotBe(first.Plan.Target);
    }

    [Fact]
    public async Task Example_InAws_IsNeitherOfferedNorLoaded()
    {
        Services.GetRequiredService<IOptions<ConsoleOptions>>().Value.Mode = nameof(ConsoleMode.Aws);

        await Loader.RunAsync();
        var actions = Render<EmptyActions>(actions => actions.Add(p => p.Example, Loader));

        Loader.Progress.ShouldBeNull();
        actions.AllByRole("button").ShouldBeEmpty();
        actions.ByRole("link", "Create access point");
    }

    private async Task SetSydneyAsync(string state) => (await sandbox.Client.SendAsync(
        WireRequest.Of("PUT", "/_sandbox/regions/ap-southeast-2", $"{{\"state\":\"{state}\"}}") with { IsSigned = false },
        Cancellation)).Status.ShouldBe(200);

    private async Task<int> CountAsync() =>
        (await Services.GetRequiredService<ListAccessPoints>().ExecuteAsync(Cancellation)).Value.Length;
}
