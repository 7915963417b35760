using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>How one entry of a DeleteObjects request ended.</summary>
/// <param name="Target">The entry.</param>
/// <param name="Deleted">What was deleted; null when it failed.</param>
/// <param name="Fault">Why it failed; null when it did not.</param>
internal sealed record DeleteResult(DeleteTarget Target, DeleteOutcome.Deleted? Deleted, ServiceError? Fault);
