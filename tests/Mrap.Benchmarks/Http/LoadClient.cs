using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mrap.Benchmarks.Http;

/// <summary>
/// Sends one prepared request over and over on a few connections, one at a time on each, and reads every answer whole.
/// As thin as a client can be, so that what is measured is the server.
/// </summary>
internal sealed class LoadClient
{
    private readonly Socket[] _connections;
    private readonly byte[] _request;

    public LoadClient(int port, string request, int connections)
    {
        _request = Encoding.ASCII.GetBytes(request);
        _connections = [.. Enumerable.Range(0, connections).Select(_ => Connect(port))];
    }

    /// <summary>Sends the request <paramref name="count"/> times in all; every answer must be a 200.</summary>
    public Task SendAsync(int count) =>
        Task.WhenAll(_connections.Select(connection => SendAsync(connection, count / _connections.Length)));

    /// <summary>Ends the connections; the benchmark calls it when all is measured.</summary>
    public void Close()
    {
        foreach (var connection in _connections)
        {
            connection.Dispose();
        }
    }

    private static Socket Connect(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        return socket;
    }

    private async Task SendAsync(Socket connection, int count)
    {
        var buffer = new byte[16 * 1024];
        for (var i = 0; i < count; i++)
        {
            await connection.SendAsync(_request);
            var received = 0;
            int? wanted = null;
            do
            {
                var read = await connection.ReceiveAsync(buffer.AsMemory(received));
                if (read == 0)
                {
                    throw new InvalidOperationException("the server closed the connection");
                }

                received += read;
                wanted ??= AnswerLength(buffer.AsSpan(0, received));
            }
            while (wanted is null || received < wanted);
        }
    }

    private static int? AnswerLength(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        if (!answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException(Encoding.ASCII.GetString(answer));
        }

        var at = answer.IndexOf("Content-Length: "u8) + "Content-Length: ".Length;
        var digits = answer[at..(at + answer[at..].IndexOf((byte)'\r'))];
        return end + 4 + int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
