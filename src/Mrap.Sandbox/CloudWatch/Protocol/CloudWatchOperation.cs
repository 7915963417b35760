using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>An operation of CloudWatch, the same in every protocol.</summary>
/// <param name="Name">Its name; the action that it needs is <c>cloudwatch:</c> with this name.</param>
/// <param name="Answer">
/// Does what is asked and gives what writes the answer, or null for an operation that has none. A call that is refused throws
/// <see cref="ServiceException"/>.
/// </param>
internal sealed record CloudWatchOperation(string Name, Func<CloudWatchCall, Action<CloudWatchOutput>?> Answer)
{
    /// <summary>The resources that it works on; <c>*</c> for an operation that has none.</summary>
    public Func<CloudWatchCall, IEnumerable<string>> Resources { get; init; } = static _ => ["*"];
}
