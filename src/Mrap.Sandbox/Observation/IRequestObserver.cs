namespace Mrap.Sandbox.Observation;

/// <summary>Listens to the requests that were answered. It is called on the request's own way out: it must be quick and must not throw.
/// </summary>
internal interface IRequestObserver
{
    /// <summary>Takes note of a request.</summary>
    void Observe(RequestObserved request);
}
