using Amazon;
using Amazon.Runtime;
using Amazon.S3Control;
using Mrap.Testing;

namespace Mrap.AwsSdk.Tests.S3Control;

/// <summary>A client and the server it talks to.</summary>
internal sealed class S3ControlServer : IAsyncDisposable
{
    public const string Account = "123456789012";

    private S3ControlServer(RecordingServer server, AmazonS3ControlClient client)
    {
        Server = server;
        Client = client;
    }

    public RecordingServer Server { get; }

    public AmazonS3ControlClient Client { get; }

    public RecordedRequest Only => Server.Requests.Single();

    public static Task<S3ControlServer> AnsweringAsync(string body) => StartAsync((_, _) => new RecordedAnswer(200, body));

    public static async Task<S3ControlServer> StartAsync(Func<RecordedRequest, int, RecordedAnswer> answer)
    {
        var server = await RecordingServer.StartAsync(answer);
        var config = new AmazonS3ControlConfig
        {
            RegionEndpoint = RegionEndpoint.USWest2,
            UseHttp = true,
            IgnoreConfiguredEndpointUrls = true,
            HttpClientFactory = new LoopbackHttpClientFactory(server.Port),
        };
        return new S3ControlServer(server, new AmazonS3ControlClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
