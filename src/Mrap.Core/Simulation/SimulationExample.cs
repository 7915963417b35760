namespace Mrap.Core.Simulation;

/// <summary>A worked example to begin with.</summary>
/// <param name="Slug">Its name in the address.</param>
/// <param name="Title">Its name on the page.</param>
/// <param name="Lesson">What it shows.</param>
public sealed record SimulationExample(string Slug, string Title, string Lesson, SimulatedWorld World, SimulatedRequest Request)
{
    /// <summary>The example as it stands at an instant.</summary>
    public SimulationState At(DateTimeOffset now) => new(World, Request with { At = now });
}
