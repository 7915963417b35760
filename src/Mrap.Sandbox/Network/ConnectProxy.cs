using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Mrap.Core.Routing;
using Mrap.Policy.Text;
using Mrap.Sandbox.DataPlane;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Network;

/// <summary>
/// Stands before TLS on the proxy port: answers CONNECT for the names the sandbox simulates and lets the same connection go on
/// as TLS to the sandbox itself. It never opens a connection of its own.
/// </summary>
internal sealed class ConnectProxy(ServiceDirectory services, TimeProvider time, ILogger<ConnectProxy> logger)
{
    private const byte TlsHandshake = 0x16;
    private static readonly TimeSpan s_headTimeout = TimeSpan.FromSeconds(15);
    private static readonly byte[] s_established = "HTTP/1.1 200 Connection Established\r\n\r\n"u8.ToArray();

    /// <summary>Serves one connection.</summary>
    /// <param name="connection">The connection, before TLS.</param>
    /// <param name="next">TLS, and HTTP behind it.</param>
    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var goesOn = false;
        using (var timeout = new CancellationTokenSource(s_headTimeout, time))
        using (var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, connection.ConnectionClosed))
        {
            try
            {
                goesOn = await OpenAsync(connection, linked.Token);
            }
            catch (OperationCanceledException)
            {
                NetworkLog.HeadTimedOut(logger, connection.ConnectionId);
            }
            catch (ConnectionResetException)
            {
                NetworkLog.ClientWentAway(logger, connection.ConnectionId);
            }
        }

        if (goesOn)
        {
            await next(connection);
        }
    }

    private async Task<bool> OpenAsync(ConnectionContext connection, CancellationToken cancellation)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            var buffer = read.Buffer;
            if (!buffer.IsEmpty && buffer.FirstSpan[0] == TlsHandshake)
            {
                // Nothing is consumed: TLS reads the same bytes.
                input.AdvanceTo(buffer.Start);
                return true;
            }

            if (TryReadHead(buffer, out var head, out var end))
            {
                input.AdvanceTo(end);
                return await AnswerAsync(connection, head, cancellation);
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (buffer.Length > ConnectHead.MaxLength)
            {
                await RefuseAsync(
                    connection, "400 Bad Request", $"The head of a CONNECT request has at most {ConnectHead.MaxLength} bytes.",
                    cancellation);
                return false;
            }

            if (read.IsCompleted)
            {
                return false;
            }
        }
    }

    private async Task<bool> AnswerAsync(ConnectionContext connection, string text, CancellationToken cancellation)
    {
        if (ConnectHead.Parse(text) is not { } head)
        {
            await RefuseAsync(
                connection, "400 Bad Request", "This port speaks TLS and CONNECT; plain HTTP has a port of its own.", cancellation);
            return false;
        }

        if (!services.Contains(head.Host))
        {
            NetworkLog.HostRefused(logger, DisplayText.Truncate(head.Host));
            await RefuseAsync(
                connection, "502 Bad Gateway",
                $"`{DisplayText.Truncate(head.Host)}` is not a name that this sandbox simulates, and it connects to nothing else.",
                cancellation);
            return false;
        }

        if (head.VantageId is { } vantage)
        {
            if (VantageCatalog.Find(vantage) is null)
            {
                await RefuseAsync(connection, "400 Bad Request", ClientVantage.Explain(vantage), cancellation);
                return false;
            }

            connection.Features.Set(new ProxyVantage(vantage));
        }

        await connection.Transport.Output.WriteAsync(s_established, cancellation);
        return true;
    }

    private static bool TryReadHead(ReadOnlySequence<byte> buffer, out string head, out SequencePosition end)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (buffer.Length <= ConnectHead.MaxLength + 4 && reader.TryReadTo(out ReadOnlySequence<byte> bytes, "\r\n\r\n"u8))
        {
            head = Encoding.Latin1.GetString(bytes);
            end = reader.Position;
            return true;
        }

        head = string.Empty;
        end = buffer.Start;
        return false;
    }

    private static async Task RefuseAsync(ConnectionContext connection, string status, string sentence, CancellationToken cancellation)
    {
        var body = Encoding.UTF8.GetBytes(sentence + "\n");
        var head =
            $"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        await connection.Transport.Output.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body], cancellation);
        await connection.Transport.Output.CompleteAsync();
    }
}
