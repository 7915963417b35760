using System.Collections.Immutable;

namespace Mrap.Sandbox.Wire;

/// <summary>An error of the S3 family of services: code, status and message as AWS gives them.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code, such as <c>NoSuchKey</c>.</param>
/// <param name="Message">The message AWS gives with the code.</param>
internal sealed record ServiceError(int Status, string Code, string Message)
{
    /// <summary>Further elements of the answer in their order, such as <c>BucketName</c> or <c>Region</c>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Details { get; init; } = [];

    /// <summary>Further headers of the answer, such as <c>x-amz-bucket-region</c>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];
}
