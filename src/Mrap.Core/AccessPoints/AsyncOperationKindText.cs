namespace Mrap.Core.AccessPoints;

/// <summary>The wire texts of <see cref="AsyncOperationKind"/> (AWS page "AsyncOperation").</summary>
public static class AsyncOperationKindText
{
    /// <summary>The segment in a request path and in a token ARN.</summary>
    /// <returns><c>create</c>, <c>delete</c> or <c>put-policy</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is no kind.</exception>
    public static string ToSegment(this AsyncOperationKind kind) => kind switch
    {
        AsyncOperationKind.Create => "create",
        AsyncOperationKind.Delete => "delete",
        AsyncOperationKind.PutPolicy => "put-policy",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The name of the API operation.</summary>
    /// <returns>Such as <c>CreateMultiRegionAccessPoint</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is no kind.</exception>
    public static string ToOperationName(this AsyncOperationKind kind) => kind switch
    {
        AsyncOperationKind.Create => "CreateMultiRegionAccessPoint",
        AsyncOperationKind.Delete => "DeleteMultiRegionAccessPoint",
        AsyncOperationKind.PutPolicy => "PutMultiRegionAccessPointPolicy",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Reads the segment of a path or token ARN.</summary>
    /// <returns>The kind, or null when it is none.</returns>
    public static AsyncOperationKind? FromSegment(ReadOnlySpan<char> segment) => segment switch
    {
        "create" => AsyncOperationKind.Create,
        "delete" => AsyncOperationKind.Delete,
        "put-policy" => AsyncOperationKind.PutPolicy,
        _ => null,
    };
}
