using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Observation;

/// <summary>Everyone who listens to the requests of the sandbox: each request is told once, when it is over.</summary>
internal sealed class RequestObservers(IEnumerable<IRequestObserver> observers, TimeProvider time)
{
    private readonly ImmutableArray<IRequestObserver> _observers = [.. observers];

    /// <summary>Begins with a request that has just arrived.</summary>
    public RequestObservation Begin(HttpContext http, RequestIds ids) =>
        new(http, ids.RequestId, RequestTracing.Begin(http.Request), time);

    /// <summary>Tells everyone of a request that is over.</summary>
    /// <param name="observation">What became known of it.</param>
    /// <param name="error">The error that it ended with; null when it succeeded, or was not answered.</param>
    /// <param name="isAnswered">Whether the answer was sent whole.</param>
    public void End(RequestObservation observation, ServiceError? error, bool isAnswered)
    {
        var request = observation.End(error, isAnswered);
        foreach (var observer in _observers)
        {
            observer.Observe(request, observation.Http);
        }
    }
}
