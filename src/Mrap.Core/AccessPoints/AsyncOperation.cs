using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints;

/// <summary>
/// An asynchronous operation on an access point as a state machine without a clock: NEW, INPROGRESS with Regions finishing one after
/// another, then SUCCEEDED or FAILED (AWS page "AsyncOperation"). What it is at an instant depends only on its values, so it can be
/// stored, resumed after any pause and driven by tests.
/// </summary>
/// <param name="Token">Its name.</param>
/// <param name="AccessPoint">The access point it works on.</param>
/// <param name="CreatedAt">When the request was received.</param>
/// <param name="Duration">How long it takes from then, not negative; zero finishes at once.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Regions">How far it is in each Region, by code; empty when it never reached one.</param>
/// <param name="Fault">Why it failed; null unless <see cref="Status"/> is failed.</param>
public sealed record AsyncOperation(
    OperationTokenArn Token,
    AccessPointName AccessPoint,
    DateTimeOffset CreatedAt,
    TimeSpan Duration,
    AsyncOperationStatus Status,
    ImmutableArray<RegionProgress> Regions,
    ServiceFault? Fault)
{
    // The share of the duration after which the operation leaves NEW.
    private const double StartShare = 0.1;

    /// <summary>What it does.</summary>
    public AsyncOperationKind Kind => Token.Kind;

    /// <summary>When it ends, if nothing goes wrong.</summary>
    public DateTimeOffset DueAt => CreatedAt + Duration;

    /// <summary>Accepts an operation.</summary>
    /// <param name="token">Its name.</param>
    /// <param name="accessPoint">The access point it works on.</param>
    /// <param name="regions">The Regions it reaches, in any order.</param>
    /// <param name="createdAt">When the request was received.</param>
    /// <param name="duration">How long it takes; negative counts as zero.</param>
    /// <returns>The operation, NEW everywhere.</returns>
    public static AsyncOperation Accept(
        OperationTokenArn token, AccessPointName accessPoint, IEnumerable<RegionId> regions, DateTimeOffset createdAt,
        TimeSpan duration) => new(
        token,
        accessPoint,
        createdAt,
        duration < TimeSpan.Zero ? TimeSpan.Zero : duration,
        AsyncOperationStatus.New,
        [.. regions.Distinct().Order().Select(region => new RegionProgress(region, AsyncOperationStatus.New))],
        Fault: null);

    /// <summary>The operation as it is at an instant. A final operation never changes, and time never runs backwards for it.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>The operation; the same object when nothing changed.</returns>
    /// <remarks>
    /// Regions finish evenly spread over the duration, in the order of their codes. Whether it may succeed is for the caller to check
    /// before.
    /// </remarks>
    public AsyncOperation Advance(DateTimeOffset now)
    {
        if (Status.IsFinal())
        {
            return this;
        }

        var elapsed = now - CreatedAt;
        if (elapsed >= Duration)
        {
            return this with { Status = AsyncOperationStatus.Succeeded, Regions = All(AsyncOperationStatus.Succeeded) };
        }

        var share = elapsed / Duration;
        if (share < StartShare)
        {
            return this;
        }

        var finished = (int)((share - StartShare) / (1 - StartShare) * (Regions.Length + 1));
        var regions = Regions
            .Select(
                (progress, index) =>
                    progress.Status.IsFinal()
                        ? progress
                        : progress with { Status = index < finished ? AsyncOperationStatus.Succeeded : AsyncOperationStatus.InProgress })
            .ToImmutableArray();
        return Status == AsyncOperationStatus.InProgress && regions.AsSpan().SequenceEqual(Regions.AsSpan())
            ? this
            : this with { Status = AsyncOperationStatus.InProgress, Regions = regions };
    }

    /// <summary>Gives the operation up. What was finished in a Region stays finished there.</summary>
    /// <param name="fault">Why, with one of the asynchronous codes of <see cref="AccessPointRules"/>.</param>
    /// <returns>The failed operation; the same object when it was final already.</returns>
    public AsyncOperation Fail(ServiceFault fault) => Status.IsFinal()
        ? this
        : this with
        {
            Status = AsyncOperationStatus.Failed,
            Regions = [
                .. Regions.Select(
                    progress => progress.Status.IsFinal() ? progress : progress with { Status = AsyncOperationStatus.Failed })],
            Fault = fault,
        };

    private ImmutableArray<RegionProgress> All(AsyncOperationStatus status) =>
        [.. Regions.Select(progress => progress with { Status = status })];
}
