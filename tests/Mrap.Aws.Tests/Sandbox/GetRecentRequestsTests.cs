using Mrap.Aws.Connections;
using Mrap.Aws.Requests;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Sandbox;

public sealed class GetRecentRequestsTests
{
    [Fact]
    public async Task Requests_ThroughAnAccessPoint_AreTold()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("media", "eu-west-1", "us-east-1");
        await client.SendAsync(SandboxClient.AccessPoint(alias, "GET", "/missing.txt", "ng-lagos"));
        using var control = new SandboxControl(new AwsEnvironment { SandboxPort = sandbox.Host.HttpPort });
        var use = new GetRecentRequests(control);

        var all = (await use.ExecuteAsync(accessPoint: null, CancellationToken.None)).Value;
        var some = (await use.ExecuteAsync(AccessPointName.Parse("media").Value, CancellationToken.None)).Value;
        var none = await use.ExecuteAsync(AccessPointName.Parse("nothing-here").Value, CancellationToken.None);

        var request = some.Requests.ShouldHaveSingleItem();
        (request.Vantage, request.AccessPoint, request.Key, request.Region?.Value, request.Operation, request.IsError).ShouldBe(
            ("ng-lagos", alias, "missing.txt", "eu-west-1", "GetObject", true));
        (request.Outcome.Status, request.Outcome.ErrorCode).ShouldBe((404, "NoSuchKey"));
        request.Outcome.Milliseconds.ShouldBeGreaterThanOrEqualTo(0);
        (some.IsComplete, all.IsComplete).ShouldBe((true, true));
        none.Value.Requests.ShouldBeEmpty();
        all.Requests.Length.ShouldBeGreaterThan(1);
        all.Of(AccessPointAlias.Parse(alias).Value, DateTimeOffset.MinValue).Select(one => one.Id).ShouldBe([request.Id]);
        all.KnownSince(DateTimeOffset.MinValue).ShouldBe(DateTimeOffset.MinValue);
    }

    [Fact]
    public async Task Requests_WhenNobodyAnswers_AreAFaultInWords()
    {
        using var control = new SandboxControl(new AwsEnvironment { SandboxPort = 1 });

        var answer = await new GetRecentRequests(control).ExecuteAsync(accessPoint: null, CancellationToken.None);

        answer.Fault.ShouldNotBeNull().WhatHappened.ShouldBe("The latest requests could not be read.");
    }
}
