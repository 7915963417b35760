using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.Observation;

/// <summary>Listens to the requests that were answered. It is called on the request's own way out: it must be quick and must not throw.
/// </summary>
internal interface IRequestObserver
{
    /// <summary>Takes note of a request.</summary>
    /// <param name="http">Its exchange, which lasts no longer than the call.</param>
    void Observe(RequestObserved request, HttpContext http);
}
