using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Mrap.Sandbox.Hosting;

/// <summary>Hears from the server which requests it refuses by itself, and hands each refusal to the connection it came over.</summary>
internal sealed class RejectionObserver : IObserver<KeyValuePair<string, object?>>
{
    private const string Event = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    /// <summary>Listens to a server's events.</summary>
    /// <returns>Ends it when disposed.</returns>
    public static IDisposable Subscribe(DiagnosticListener listener) => listener.Subscribe(new RejectionObserver(), name => name == Event);

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        // An answer that has begun is finished: what the client sends behind it gets none.
        if (value is { Key: Event, Value: IFeatureCollection features }
            && features.Get<IHttpResponseFeature>() is { HasStarted: false }
            && features.Get<IBadRequestExceptionFeature>()?.Error is BadHttpRequestException refusal)
        {
            features.Get<RejectionWriter>()?.Reject(refusal);
        }
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }
}
