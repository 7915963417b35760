using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Control;

/// <summary>
/// An accepted asynchronous operation. How it ends is settled when it is accepted; what it is at an instant follows from the clock.
/// </summary>
/// <param name="Accepted">The operation as it was accepted.</param>
/// <param name="Outcome">The fault it will end with; null when it will succeed.</param>
/// <param name="ClientToken">The client's token.</param>
/// <param name="RequestHash">The hash of the request, to tell a repeated request from a different one.</param>
/// <param name="Request">What was asked.</param>
/// <param name="IsApplied">Whether its effect has been put into the access point.</param>
internal sealed record OperationRecord(
    AsyncOperation Accepted, ServiceFault? Outcome, string ClientToken, string RequestHash, AsyncRequest Request, bool IsApplied)
{
    /// <summary>The operation as it is at an instant.</summary>
    public AsyncOperation At(DateTimeOffset now)
    {
        if (Outcome is { } fault)
        {
            return now >= Accepted.DueAt ? Accepted.Fail(fault) : Accepted.Advance(now);
        }

        return Accepted.Advance(now);
    }
}
