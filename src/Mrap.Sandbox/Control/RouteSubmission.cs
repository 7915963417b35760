using Mrap.Core.Routing;

namespace Mrap.Sandbox.Control;

/// <summary>A route table and when it was submitted. Each vantage sees it a while later.</summary>
internal sealed class RouteSubmission(DateTimeOffset at, RouteTable table)
{
    private volatile Compiled? _compiled;

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>The routes.</summary>
    public RouteTable Table { get; } = table;

    /// <summary>The routes made ready for decisions under a state of health; kept until the health changes.</summary>
    public CompiledRoutes Ready(FleetHealth health)
    {
        // Two requests may compile the same table at the same time: both results are right.
        if (_compiled is { } compiled && ReferenceEquals(compiled.Health, health))
        {
            return compiled.Routes;
        }

        var routes = CompiledRoutes.Compile(Table, health);
        _compiled = new Compiled(health, routes);
        return routes;
    }

    private sealed record Compiled(FleetHealth Health, CompiledRoutes Routes);
}
