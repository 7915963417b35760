using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;
using Mrap.Core.Drills.Reports;
using Mrap.Core.Regions;

namespace Mrap.Aws.Drills;

/// <summary>Looks where the keys of a drill are, once replication has had its time.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="time">The clock.</param>
public sealed class AuditKeys(SandboxControl sandbox, TimeProvider time)
{
    private const string WhatFailed = "Where the written keys are could not be read.";
    private const int MaxAtOnce = 8;
    private const int MaxTries = 3;
    private const int MaxIdleLooks = 3;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Looks, and looks again for as long as copies still arrive.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="patience">The longest time; what was not found by then counts as not there.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <returns>Each key with the Regions that hold it, or why not every key could be looked for.</returns>
    internal async Task<Outcome<ImmutableArray<DrillAuditedKey>>> ExecuteAsync(
        AccessPoint accessPoint, ImmutableArray<string> keys, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var found = new ConcurrentDictionary<string, ImmutableArray<RegionId>>(StringComparer.Ordinal);
        try
        {
            if (await LookAsync(accessPoint, keys, found, either.Token) is { } fault)
            {
                return fault;
            }

            await SettleAsync(accessPoint, found, either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            if (found.Count < keys.Length)
            {
                return AwsFaults.NoConnection(WhatFailed, new TimeoutException("there are too many keys for the time"));
            }
        }

        return (ImmutableArray<DrillAuditedKey>)[.. keys.Select(key => new DrillAuditedKey(key, found[key]))];
    }

    private async Task SettleAsync(
        AccessPoint accessPoint, ConcurrentDictionary<string, ImmutableArray<RegionId>> found, CancellationToken cancellationToken)
    {
        var missing = Missing();
        for (var idle = 0; missing.Copies > 0 && idle < MaxIdleLooks;)
        {
            await Task.Delay(s_pause, time, cancellationToken);
            if (await LookAsync(accessPoint, missing.Keys, found, cancellationToken) is not null)
            {
                return;
            }

            var now = Missing();
            idle = now.Copies < missing.Copies ? 0 : idle + 1;
            missing = now;
        }

        (ImmutableArray<string> Keys, int Copies) Missing()
        {
            var incomplete = found.Where(pair => pair.Value.Length < accessPoint.Members.Length).ToList();
            return ([.. incomplete.Select(pair => pair.Key)], incomplete.Sum(pair => accessPoint.Members.Length - pair.Value.Length));
        }
    }

    private async Task<AwsFault?> LookAsync(
        AccessPoint accessPoint, ImmutableArray<string> keys, ConcurrentDictionary<string, ImmutableArray<RegionId>> found,
        CancellationToken cancellationToken)
    {
        AwsFault? failed = null;
        await Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = MaxAtOnce, CancellationToken = cancellationToken },
            async (key, token) =>
            {
                if (Volatile.Read(ref failed) is null && await LookAsync(accessPoint, key, found, token) is { } fault)
                {
                    Volatile.Write(ref failed, fault);
                }
            });
        return failed;
    }

    private async Task<AwsFault?> LookAsync(
        AccessPoint accessPoint, string key, ConcurrentDictionary<string, ImmutableArray<RegionId>> found,
        CancellationToken cancellationToken)
    {
        var path = $"route?accessPoint={accessPoint.Alias}&key={Uri.EscapeDataString(key)}";
        for (var tries = 1; ; tries++)
        {
            if ((await sandbox.GetAsync<Answer>(path, WhatFailed, cancellationToken)).TryGet(out var answer, out var fault))
            {
                found[key] =
                [
                    .. (answer.Candidates ?? []).Where(candidate => candidate?.HasObject == true)
                        .Select(candidate => RegionId.Parse(candidate!.Region)).Where(region => region.IsValid)
                        .Select(region => region.Value),
                ];
                return null;
            }

            if (tries == MaxTries)
            {
                return fault;
            }
        }
    }

    private sealed record Answer(IReadOnlyList<Candidate?>? Candidates);

    private sealed record Candidate(string? Region, bool? HasObject);
}
