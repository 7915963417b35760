namespace Mrap.Web.Data;

/// <summary>A drill that was run.</summary>
public sealed class DrillRow
{
    public const int MaxName = 80;

    public const int MaxAccessPoint = 50;

    public const int MaxPerson = 256;

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string AccessPoint { get; init; }

    /// <summary>When it began, in ticks of UTC: SQLite cannot order times with an offset.</summary>
    public required long At { get; init; }

    public required bool Passed { get; init; }

    public required string Person { get; init; }

    /// <summary>The report as JSON.</summary>
    public required string Report { get; init; }

    /// <summary>The plan as YAML.</summary>
    public required string Plan { get; init; }

    /// <summary>What could not be done, a sentence a line; empty when all was.</summary>
    public required string Notes { get; init; }
}
