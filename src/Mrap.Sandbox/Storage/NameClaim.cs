using Mrap.Core.Regions;

namespace Mrap.Sandbox.Storage;

/// <summary>The hold of a Region on a bucket name, taken before the bucket is there.</summary>
internal sealed class NameClaim(RegionId region)
{
    private readonly TaskCompletionSource<bool> _creation = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The Region.</summary>
    public RegionId Region { get; } = region;

    /// <summary>Whether the bucket came to be, once that is known.</summary>
    public Task<bool> Creation => _creation.Task;

    /// <summary>Says whether the bucket came to be.</summary>
    public void EndCreation(bool isCreated) => _creation.TrySetResult(isCreated);
}
