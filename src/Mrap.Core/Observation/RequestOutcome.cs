namespace Mrap.Core.Observation;

/// <summary>How a request ended.</summary>
/// <param name="Status">The HTTP status of its answer.</param>
/// <param name="ErrorCode">The error code of its answer; null when it succeeded or had none.</param>
/// <param name="Milliseconds">How long it took, 0 or more.</param>
public readonly record struct RequestOutcome(int Status, string? ErrorCode, double Milliseconds)
{
    /// <summary>Whether it failed: a status of 400 or more.</summary>
    public bool IsError => Status >= 400;
}
