using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Mrap.Sandbox.Hosting;

/// <summary>A connection whose refusals are answered as S3 answers them.</summary>
internal sealed class RejectionTransport(PipeReader input, RejectionWriter output) : IDuplexPipe
{
    /// <inheritdoc/>
    public PipeReader Input => input;

    /// <inheritdoc/>
    public PipeWriter Output => output;

    /// <summary>Serves a connection through such a transport.</summary>
    public static async Task RunAsync(ConnectionContext connection, TimeProvider time, ConnectionDelegate next)
    {
        var transport = connection.Transport;
        var writer = new RejectionWriter(transport, time);
        connection.Features.Set(writer);
        connection.Transport = new RejectionTransport(transport.Input, writer);
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = transport;
        }
    }
}
