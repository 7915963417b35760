using Mrap.Aws.Activity;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>One change of routes that was made or tried with this console.</summary>
/// <param name="Entry">Who, when, and what became of it.</param>
/// <param name="Before">The routes before; null when the entry does not say.</param>
/// <param name="After">The routes that were asked for; null when the entry does not say.</param>
public sealed record RouteChange(ActivityEntry Entry, RouteTable? Before, RouteTable? After);
