using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;

namespace Mrap.Web.Data;

/// <summary>An entry of the activity log.</summary>
public sealed class ActivityRow
{
    public const int IdLength = 32;

    /// <summary>32 hexadecimal digits in lower case: their order as text is the order of the ids.</summary>
    public required string Id { get; init; }

    /// <summary>When the change began, in ticks of UTC: SQLite cannot order times with an offset.</summary>
    public required long At { get; init; }

    public required string User { get; init; }

    public required Role Role { get; init; }

    public required ChangeAction Action { get; init; }

    public required string Target { get; init; }

    public string? AccessPoint { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public required ActivityOutcome Outcome { get; init; }

    public string? FaultCode { get; init; }

    public string? FaultText { get; init; }

    public string? FaultRequestId { get; init; }

    /// <summary>How long it took, in ticks.</summary>
    public required long Duration { get; init; }

    public required string CorrelationId { get; init; }
}
