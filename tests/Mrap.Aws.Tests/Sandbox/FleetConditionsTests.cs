using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Connections;
using Mrap.Aws.Hosting;
using Mrap.Aws.Sandbox;
using Mrap.Core.Faults;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Sandbox;

public sealed class FleetConditionsTests
{
    [Fact]
    public async Task Health_OfARegionThatWasTakenDown_IsDown()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        using var http = new HttpClient();
        var region = new Uri(sandbox.Host.HttpAddress, "_sandbox/regions/eu-west-1");
        using var control = new SandboxControl(new AwsEnvironment { SandboxPort = sandbox.Host.HttpPort });
        var source = new SandboxFleetConditions(control);

        (await http.PutAsync(region, new StringContent("{\"state\":\"down\"}"))).EnsureSuccessStatusCode();
        var down = await source.ReadAsync(CancellationToken.None);
        (await http.PutAsync(region, new StringContent("{\"state\":\"up\"}"))).EnsureSuccessStatusCode();
        var up = await source.ReadAsync(CancellationToken.None);

        down.Value.Health.Troubled.ShouldBe([RegionId.Parse("eu-west-1").Value]);
        down.Value.Health.Of(RegionId.Parse("eu-west-1").Value).ShouldBe(RegionHealth.Down);
        up.Value.ShouldBe(FleetConditions.AllSound);
    }

    [Fact]
    public async Task Health_WhenNothingAnswers_IsAFaultInWords()
    {
        using var control = new SandboxControl(new AwsEnvironment { SandboxPort = 1 });
        var source = new SandboxFleetConditions(control);

        var answer = await source.ReadAsync(CancellationToken.None);

        answer.Fault.ShouldNotBeNull().WhatHappened.ShouldBe("How the Regions are could not be read.");
    }

    [Fact]
    public async Task Health_AtAws_IsNotKnownAndCountsAsUp()
    {
        await using var services = new ServiceCollection()
            .AddMrapAws(_ => new AwsEnvironment { Mode = AwsMode.Aws })
            .BuildServiceProvider();
        var source = services.GetRequiredService<IFleetConditionsSource>();

        source.IsKnown.ShouldBeFalse();
        (await source.ReadAsync(CancellationToken.None)).Value.ShouldBe(FleetConditions.AllSound);
    }
}
