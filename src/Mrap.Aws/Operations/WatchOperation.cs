using System.Runtime.CompilerServices;
using Amazon.S3Control.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.Regions;

namespace Mrap.Aws.Operations;

/// <summary>Watches an asynchronous operation until it ends (Amazon S3 API Reference,
/// "DescribeMultiRegionAccessPointOperation").</summary>
/// <param name="identity">The account.</param>
/// <param name="log">Where states are remembered.</param>
/// <param name="time">The clock.</param>
public sealed class WatchOperation(IAwsClients clients, AccountIdentity identity, OperationLog log, TimeProvider time)
{
    private const double Growth = 1.5;
    private const int MaxFaultsInARow = 5;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(15);

    /// <summary>Asks once how far an operation is.</summary>
    /// <param name="tokenArn">The ARN that names the operation.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The state, or why it is not known.</returns>
    public async Task<Outcome<OperationSnapshot>> DescribeAsync(string tokenArn, CancellationToken cancellationToken)
    {
        const string WhatFailed = "The progress of the operation could not be read.";
        var account = await identity.GetAsync(cancellationToken);
        if (!account.TryGet(out var owner, out var fault))
        {
            return fault;
        }

        var answer = await AwsCall.InvokeAsync(
            WhatFailed, () => clients.Control(RegionCatalog.Management).DescribeMultiRegionAccessPointOperationAsync(
            new DescribeMultiRegionAccessPointOperationRequest { AccountId = owner.Value, RequestTokenARN = tokenArn }, cancellationToken));
        if (!answer.TryGet(out var described, out fault))
        {
            return fault;
        }

        var asked = log.Find(tokenArn)?.Members ?? [];
        return OperationMapper.Read(described.AsyncOperation, tokenArn, asked, time.GetUtcNow()) is { } snapshot
            ? log.Remember(snapshot)
            : AwsFaults.Unreadable(WhatFailed, "the answer names no operation that this console knows");
    }

    /// <summary>
    /// Yields each new state until the operation ends: polls four times a second at first, then less and less often, every 15 seconds at
    /// last.
    /// A fault of the network or of the service is yielded and tried again; the fifth in a row, or one that cannot pass, is the last
    /// element.
    /// </summary>
    /// <param name="tokenArn">The ARN that names the operation.</param>
    /// <param name="cancellationToken">Ends the watching; the operation goes on.</param>
    /// <returns>The states that differ from the one before.</returns>
    public async IAsyncEnumerable<Outcome<OperationSnapshot>> ExecuteAsync(
        string tokenArn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pause = s_firstPause;
        var faults = 0;
        OperationSnapshot? before = null;
        while (true)
        {
            var outcome = await DescribeAsync(tokenArn, cancellationToken);
            if (outcome.TryGet(out var snapshot, out var fault))
            {
                faults = 0;
                if (before is null || !IsSame(before, snapshot))
                {
                    before = snapshot;
                    yield return outcome;
                }

                if (snapshot.IsFinal)
                {
                    yield break;
                }
            }
            else
            {
                yield return outcome;
                if (!fault.IsTransient || ++faults >= MaxFaultsInARow)
                {
                    yield break;
                }
            }

            await Task.Delay(pause, time, cancellationToken);
            pause = TimeSpan.FromTicks(Math.Min((long)(pause.Ticks * Growth), s_longestPause.Ticks));
        }
    }

    /// <summary>Watches an operation for a step of a plan.</summary>
    /// <returns>Why it failed, or why its end is not known; null when it succeeded.</returns>
    internal async Task<AwsFault?> UntilEndAsync(string tokenArn, StepReport report, CancellationToken cancellationToken)
    {
        AwsFault? last = null;
        await foreach (var outcome in ExecuteAsync(tokenArn, cancellationToken))
        {
            last = outcome.Fault;
            if (outcome.IsSuccess)
            {
                report.Show(outcome.Value);
                last = outcome.Value.Fault;
            }
        }

        return last;
    }

    private static bool IsSame(OperationSnapshot before, OperationSnapshot after) =>
        before.Status == after.Status && before.Regions.AsSpan().SequenceEqual(after.Regions.AsSpan());
}
