using System.Collections.Immutable;
using System.Globalization;
using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.Drills;
using Mrap.Core.Drills.Reports;
using Mrap.Core.Regions;

namespace Mrap.Aws.Drills;

/// <summary>Starts and stops the traffic of a drill in the sandbox, and reads what became of its requests.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="time">The clock.</param>
internal sealed class DrillTrafficFeed(SandboxControl sandbox, TimeProvider time)
{
    private const string Path = "traffic";
    private const string WhatFailed = "The traffic of the drill could not be started.";
    private const string WhatUnread = "The traffic of the drill could not be read.";
    private const string Seeding = "seeding";
    private const string Running = "running";
    private const int Limit = 5_000;

    private static readonly TimeSpan s_beat = TimeSpan.FromMilliseconds(100);

    private readonly List<DrillSample> _samples = [];
    private string? _state;
    private int _next;

    /// <summary>When the first request was due; as the sandbox's clock says it.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Whether it runs, as far as was read.</summary>
    public bool IsRunning => _state == Running;

    /// <summary>The keys that every bucket got before the first request.</summary>
    public ImmutableArray<string> SeededKeys { get; private set; } = [];

    /// <summary>The requests that were read.</summary>
    public IReadOnlyList<DrillSample> Samples => _samples;

    /// <summary>How many of them failed.</summary>
    public int Errors { get; private set; }

    /// <summary>Starts it, and waits until its first request is due: before that it puts objects where reads will look for them.</summary>
    /// <returns>Why it was not; null when it was.</returns>
    public async Task<AwsFault?> StartAsync(DrillPlan plan, string prefix, TimeSpan duration, CancellationToken cancellationToken)
    {
        var order = new Order(
            plan.AccessPoint.Value,
            plan.Traffic.Places.ToDictionary(place => place.Vantage.Id, place => place.Weight),
            plan.Traffic.RequestsPerSecond,
            plan.Traffic.ReadShare,
            plan.Traffic.Keys,
            plan.Traffic.ObjectBytes,
            Math.Ceiling(duration.TotalSeconds),
            prefix,
            UniqueWrites: true);
        cancellationToken.ThrowIfCancellationRequested();

        // not to be given up half way: it could still begin after it was stopped
        var started = await sandbox.SendAsync<Page>(HttpMethod.Post, Path, order, WhatFailed, CancellationToken.None);

        // that it was taken is all that its answer need say
        if (started.Fault is { Code: not ConsoleFaultCodes.UnreadableAnswer } refusal)
        {
            return refusal;
        }

        while (true)
        {
            if (await ReadAsync(cancellationToken) is { } fault)
            {
                return fault;
            }

            if (_state != Seeding)
            {
                return IsRunning ? null : AwsFaults.Unreadable(WhatFailed, "it does not say that the traffic runs");
            }

            await Task.Delay(s_beat, time, cancellationToken);
        }
    }

    /// <summary>Reads every request that has ended since the last reading.</summary>
    /// <returns>Why it was not read; null when it was.</returns>
    public async Task<AwsFault?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"{Path}?since={_next}&limit={Limit}");
            if (!(await sandbox.GetAsync<Page>(query, WhatUnread, cancellationToken)).TryGet(out var page, out var fault))
            {
                return fault;
            }

            (_state, StartedAt) = (page.State, page.StartedAt ?? StartedAt);
            SeededKeys = page.SeededKeys is { } seeded ? [.. seeded.OfType<string>()] : SeededKeys;
            var samples = (page.Samples ?? []).Select(Sample).ToImmutableArray();
            if (samples.Contains(null) || page.Next < _next)
            {
                return AwsFaults.Unreadable(WhatUnread, "a request in it has no place, key or method");
            }

            _samples.AddRange(samples!);
            Errors += samples.Count(sample => sample!.IsError);
            _next = page.Next;
            if (samples.Length < Limit)
            {
                return null;
            }
        }
    }

    /// <summary>Stops it. What was sent until then can still be read.</summary>
    public async Task StopAsync(CancellationToken cancellationToken) =>
        _ = await sandbox.SendAsync<Page>(HttpMethod.Delete, Path, body: null, WhatUnread, cancellationToken);

    private static DrillSample? Sample(SampleDocument? document) =>
        document is { Place: { } place, Key: { } key, Method: "GET" or "PUT" }
            ? new DrillSample(
                Milliseconds(document.AtMs),
                place,
                document.Method == "GET" ? DrillMethod.Read : DrillMethod.Write,
                key,
                RegionId.Parse(document.Region).TryGet(out var region) ? region : null,
                document.Status,
                document.Error,
                Milliseconds(document.Ms))
            : null;

    private static TimeSpan Milliseconds(double value) => TimeSpan.FromMilliseconds(Math.Clamp(value, 0, 1e12));

    private sealed record Order(
        string AccessPoint,
        IReadOnlyDictionary<string, double> Places,
        int Rate,
        double ReadShare,
        int Keys,
        int ObjectBytes,
        double DurationSeconds,
        string Prefix,
        bool UniqueWrites);

    private sealed record Page(
        string? State, DateTimeOffset? StartedAt, int Next, IReadOnlyList<SampleDocument?>? Samples, IReadOnlyList<string?>? SeededKeys);

    private sealed record SampleDocument(
        double AtMs, string? Place, string? Method, string? Key, string? Region, int? Status, string? Error, double Ms);
}
