using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace Mrap.Aws.Connections;

/// <summary>
/// Makes the SDK's HTTP clients. In sandbox mode every connection goes to one loopback port, whatever the host name, so that nothing can
/// leave the machine.
/// </summary>
internal sealed class ConsoleHttpClientFactory : HttpClientFactory
{
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    private readonly int? _loopbackPort;

    private ConsoleHttpClientFactory(int? loopbackPort) => _loopbackPort = loopbackPort;

    public static ConsoleHttpClientFactory Direct() => new(loopbackPort: null);

    public static ConsoleHttpClientFactory Loopback(int port) => new(port);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var client = new HttpClient(new ExchangeHandler(Connection(clientConfig)), disposeHandler: true);
        if (clientConfig.Timeout is { } timeout)
        {
            client.Timeout = timeout;
        }

        return client;
    }

    public override string GetConfigUniqueString(IClientConfig clientConfig) =>
        _loopbackPort is { } port ? string.Create(CultureInfo.InvariantCulture, $"sandbox:{port}") : "direct";

    private SocketsHttpHandler Connection(IClientConfig config)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = s_connectionLifetime,
        };
        if (_loopbackPort is { } port)
        {
            handler.UseProxy = false;
            handler.ConnectCallback = (_, cancellation) => ConnectAsync(port, cancellation);
        }
        else if (config.GetWebProxy() is { } proxy)
        {
            handler.Proxy = proxy;
        }

        return handler;
    }

    private static async ValueTask<Stream> ConnectAsync(int port, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
