using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Tests;

/// <summary>Exchanges without a listener.</summary>
internal static class Exchanges
{
    /// <summary>An unsigned exchange at the root.</summary>
    public static Exchange Of(HttpContext http, TimeProvider time)
    {
        var ids = RequestIds.Create();
        var observation = new RequestObservation(http, ids.RequestId, activity: null, time);
        return new Exchange(http, ids, new WireTarget("/", string.Empty), observation, Signature: null);
    }
}
