using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace Mrap.AwsSdk.Tests;

internal sealed class LoopbackHttpClientFactory(int port) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    public override string GetConfigUniqueString(IClientConfig clientConfig) => $"test:{port}";
}
