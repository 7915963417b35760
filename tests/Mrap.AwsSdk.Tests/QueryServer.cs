using Amazon;
using Amazon.Runtime;
using Mrap.Testing;

namespace Mrap.AwsSdk.Tests;

/// <summary>A client of a service of the AWS Query protocol, and the server it talks to.</summary>
internal sealed class QueryServer<TClient> : IAsyncDisposable
    where TClient : IDisposable
{
    private QueryServer(RecordingServer server, TClient client)
    {
        Server = server;
        Client = client;
    }

    public RecordingServer Server { get; }

    public TClient Client { get; }

    public RecordedRequest Only => Server.Requests.Single();

    public static async Task<QueryServer<TClient>> StartAsync<TConfig>(
        Func<AWSCredentials, TConfig, TClient> make, Func<RecordedRequest, int, RecordedAnswer> answer, RegionEndpoint? region = null)
        where TConfig : ClientConfig, new()
    {
        var server = await RecordingServer.StartAsync(answer);
        var config = new TConfig
        {
            RegionEndpoint = region ?? RegionEndpoint.USWest2,
            UseHttp = true,
            IgnoreConfiguredEndpointUrls = true,
            HttpClientFactory = new LoopbackHttpClientFactory(server.Port),
        };
        return new QueryServer<TClient>(server, make(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
