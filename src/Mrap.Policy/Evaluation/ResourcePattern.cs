using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;

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

    /// <summary>
    /// Makes a pattern. What is neither stars alone nor an ARN matches nothing, nor does an ARN that leaves fields out which policies of
    /// this kind do not complete.
    /// </summary>
    public static ResourcePattern Compile(string entry, PolicyKind kind, bool withVariables)
    {
        var isEverything = entry.Length > 0 && !entry.AsSpan().ContainsAnyExcept('*');
        var arn = isEverything ? null : ArnPattern.Compile(ShortArn.Complete(entry, kind), withVariables);
        return new ResourcePattern(isEverything, entry == EveryBucket, arn);
    }

    /// <summary>
    /// Whether the request's resource matches. Listing all buckets is asked of `*`, and AWS's examples also grant it on all buckets.
    /// </summary>
    public bool Matches(AccessRequest request) =>
        _isEverything
        || (_arn is not null && _arn.Matches(request.Resource, request.Context))
        || (_isEveryBucket && request.Resource == "*" && request.FoldedAction == "s3:listallmybuckets");
}
