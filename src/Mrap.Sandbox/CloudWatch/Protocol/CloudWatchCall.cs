using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Observation;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>A call that may go ahead.</summary>
/// <param name="Caller">Who calls; the metrics and alarms of the account are spoken of.</param>
/// <param name="Region">The Region that is called.</param>
/// <param name="Input">What is asked.</param>
/// <param name="Now">When.</param>
internal sealed record CloudWatchCall(Exchange Exchange, Caller.Signed Caller, string Region, CloudWatchInput Input, DateTimeOffset Now)
{
    /// <summary>The account that calls.</summary>
    public string Account => Caller.Account.Value;
}
