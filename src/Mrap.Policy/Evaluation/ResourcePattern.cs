using Mrap.Policy.Matching.Patterns;

namespace Mrap.Policy.Evaluation;

/// <summary>One entry of Resource or NotResource.</summary>
internal sealed class ResourcePattern
{
    private const string EveryBucket = "arn:aws:s3:::*";

    private readonly bool _isEverything;
    private readonly bool _isEveryBucket;
    private readonly ArnPattern? _arn;

    private ResourcePattern(bool isEverything, bool isEveryBucket, ArnPattern? arn)
    {
        _isEverything = isEverything;
        _isEveryBucket = isEveryBucket;
        _arn = arn;
    }

    /// <summary>Makes a pattern. What is neither stars alone nor an ARN of six fields matches nothing.</summary>
    public static ResourcePattern Compile(string entry, bool withVariables)
    {
        var isEverything = entry.Length > 0 && !entry.AsSpan().ContainsAnyExcept('*');
        return new ResourcePattern(isEverything, entry == EveryBucket, isEverything ? null : ArnPattern.Compile(entry, withVariables));
    }

    /// <summary>
    /// Whether the request's resource matches. Listing all buckets is asked of `*`, and AWS's examples also grant it on all buckets.
    /// </summary>
    public bool Matches(AccessRequest request) =>
        _isEverything
        || (_arn is not null && _arn.Matches(request.Resource, request.Context))
        || (_isEveryBucket && request.Resource == "*" && request.FoldedAction == "s3:listallmybuckets");
}
