using Mrap.Policy.Text;

namespace Mrap.Core.AccessPoints;

/// <summary>
/// The wire texts of <see cref="AsyncOperationStatus"/>: the spellings of the real service are written, the documented ones are read too
/// (AWS page "DescribeMultiRegionAccessPointOperation").
/// </summary>
public static class AsyncOperationStatusText
{
    /// <summary>The text on the wire.</summary>
    /// <returns><c>NEW</c>, <c>INPROGRESS</c>, <c>SUCCEEDED</c> or <c>FAILED</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is no status.</exception>
    public static string ToWire(this AsyncOperationStatus status) => status switch
    {
        AsyncOperationStatus.New => "NEW",
        AsyncOperationStatus.InProgress => "INPROGRESS",
        AsyncOperationStatus.Succeeded => "SUCCEEDED",
        AsyncOperationStatus.Failed => "FAILED",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Whether nothing will change any more.</summary>
    /// <returns>True for succeeded and failed.</returns>
    public static bool IsFinal(this AsyncOperationStatus status) => status is AsyncOperationStatus.Succeeded or AsyncOperationStatus.Failed;

    /// <summary>Reads the text on the wire in every spelling seen.</summary>
    /// <param name="text">The text, in any case.</param>
    /// <returns>The status, or why it is none.</returns>
    public static Parsed<AsyncOperationStatus> Parse(string? text) => text?.ToUpperInvariant() switch
    {
        "NEW" => Parsed.Ok<AsyncOperationStatus>(AsyncOperationStatus.New),
        "INPROGRESS" or "IN_PROGRESS" => Parsed.Ok<AsyncOperationStatus>(AsyncOperationStatus.InProgress),
        "SUCCEEDED" or "SUCCESS" or "COMPLETED" => Parsed.Ok<AsyncOperationStatus>(AsyncOperationStatus.Succeeded),
        "FAILED" => Parsed.Ok<AsyncOperationStatus>(AsyncOperationStatus.Failed),
        _ => Parsed.Failed<AsyncOperationStatus>($"`{DisplayText.Truncate(text ?? string.Empty)}` is not the status of an operation"),
    };
}
