using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Signatures;

namespace Mrap.Sandbox.Observation;

/// <summary>A request on its way through the pipeline: what was read from it so far.</summary>
/// <param name="Http">The HTTP exchange.</param>
/// <param name="Ids">Its identifiers.</param>
/// <param name="Target">Its raw target.</param>
/// <param name="Observation">What becomes known of it.</param>
/// <param name="Signature">Its signature, not verified; null when it carries none.</param>
internal sealed record Exchange(
    HttpContext Http, RequestIds Ids, WireTarget Target, RequestObservation Observation, RequestSignature? Signature);
