using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Connections;
using Mrap.Aws.Hosting;
using Mrap.Aws.Routing;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Routing;

public sealed class FleetHealthTests
{
    [Fact]
    public async Task Health_OfARegionThatWasTakenDown_IsDown()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        using var http = new HttpClient();
        var region = new Uri(sandbox.Host.HttpAddress, "_sandbox/regions/eu-west-1");
        using var source = new SandboxFleetHealth(new AwsEnvironment { SandboxPort = sandbox.Host.HttpPort });

        (await http.PutAsync(region, new StringContent("{\"state\":\"down\"}"))).EnsureSuccessStatusCode();
        var down = await source.ReadAsync(CancellationToken.None);
        (await http.PutAsync(region, new StringContent("{\"state\":\"up\"}"))).EnsureSuccessStatusCode();
        var up = await source.ReadAsync(CancellationToken.None);

        down.Value.Troubled.ShouldBe([RegionId.Parse("eu-west-1").Value]);
        down.Value.Of(RegionId.Parse("eu-west-1").Value).ShouldBe(RegionHealth.Down);
        up.Value.ShouldBe(FleetHealth.AllUp);
    }

    [Fact]
    public async Task Health_WhenNothingAnswers_IsAFaultInWords()
    {
        using var source = new SandboxFleetHealth(new AwsEnvironment { SandboxPort = 1 });

        var answer = await source.ReadAsync(CancellationToken.None);

        answer.Fault.ShouldNotBeNull().WhatHappened.ShouldBe("How the Regions are could not be read.");
    }

    [Fact]
    public async Task Health_AtAws_IsNotKnownAndCountsAsUp()
    {
        await using var services = new ServiceCollection()
            .AddMrapAws(_ => new AwsEnvironment { Mode = AwsMode.Aws })
            .BuildServiceProvider();
        var source = services.GetRequiredService<IFleetHealthSource>();

        source.IsKnown.ShouldBeFalse();
        (await source.ReadAsync(CancellationToken.None)).Value.ShouldBe(FleetHealth.AllUp);
    }
}
