using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Hosting;
using Mrap.Testing;

namespace Mrap.Web.Tests.Data;

/// <summary>A service whose account has one access point.</summary>
internal sealed class NamedAccessPoint : IAsyncDisposable
{
    private readonly RecordingServer _server;
    private readonly ServiceProvider _services;

    private NamedAccessPoint(RecordingServer server)
    {
        _server = server;
        var services = new ServiceCollection();
        services.AddSingleton<ICurrentUser>(new ActingAs(ActingAs.Administrator));
        services.AddSingleton<IActivityLog, InMemoryActivityLog>();
        services.AddMrapAws(_ => new AwsEnvironment { SandboxPort = server.Port });
        _services = services.BuildServiceProvider();
    }

    public AccessPointNames Names => _services.GetRequiredService<AccessPointNames>();

    public static async Task<NamedAccessPoint> StartAsync(string name, string alias) => new(
        await RecordingServer.StartAsync((request, _) => new RecordedAnswer(
            200,
            request.Host.StartsWith("sts.", StringComparison.Ordinal)
                ? """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                <Arn>arn:aws:iam::111122223333:user/admin</Arn><UserId>A</UserId><Account>111122223333</Account>
                </GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>
                """
                : $"""
                <ListMultiRegionAccessPointsResult xmlns="http://awss3control.amazonaws.com/doc/2018-08-20/"><AccessPoints><AccessPoint>
                <Name>{name}</Name><Alias>{alias}</Alias><CreatedAt>2026-11-19T12:00:00Z</CreatedAt><Status>READY</Status>
                <PublicAccessBlock/><Regions><Region><Bucket>media</Bucket><Region>eu-west-1</Region></Region></Regions>
                </AccessPoint></AccessPoints></ListMultiRegionAccessPointsResult>
                """)));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }
}
