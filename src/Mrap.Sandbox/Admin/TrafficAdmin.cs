using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.Traffic;
using Mrap.Policy.Text;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Network;

namespace Mrap.Sandbox.Admin;

/// <summary>Generated traffic. The sandbox never calls anybody: what sends it is given to it by whoever hosts it.</summary>
internal sealed class TrafficAdmin(
    AdminAccessPoints accessPoints, SettingsPrincipals principals, CertificateAuthority authority, SandboxAddresses addresses,
    TrafficPort? port = null) : IAdminOperations
{
    private const int MaxSamples = 20_000;

    private readonly ITrafficGenerator? _generator = port?.Generator;

    /// <inheritdoc/>
    public ImmutableArray<AdminOperation> Operations =>
    [
        new("POST", "traffic", "starts generated traffic, one at a time; every member but accessPoint may be left out", StartAsync),
        new("GET", "traffic", "what became of it: ?since= and ?limit= give single requests", ReadAsync),
        new("DELETE", "traffic", "stops it", StopAsync),
    ];

    private async Task StartAsync(AdminCall call)
    {
        if (await call.ReadAsync<TrafficDocument>() is not { } document)
        {
            await call.ProblemAsync(400, "the body must be JSON such as {\"accessPoint\":\"demo\",\"rate\":20,\"durationSeconds\":60}");
            return;
        }

        var (plan, faults) = document.Read();
        if (plan is null)
        {
            await call.ProblemAsync(400, string.Join("; ", faults));
            return;
        }

        if (accessPoints.Find(document.AccessPoint ?? string.Empty) is not { } record)
        {
            await call.ProblemAsync(404, $"there is no access point `{DisplayText.Truncate(document.AccessPoint ?? string.Empty)}`");
            return;
        }

        if (_generator is null)
        {
            await call.ProblemAsync(501, "this sandbox was started without a traffic generator");
            return;
        }

        var (accessKeyId, secret) = principals.FirstKey;
        if (!_generator.TryStart(plan, new TrafficTarget(record.Point, addresses.ProxyPort, authority.CertificatePem, accessKeyId, secret)))
        {
            await call.ProblemAsync(409, "traffic is under way already: stop it with DELETE /_sandbox/traffic, or wait until it ends");
            return;
        }

        call.Http.Response.StatusCode = 201;
        await AnswerAsync(call, _generator.Read(since: 0, limit: 0));
    }

    private Task ReadAsync(AdminCall call)
    {
        if (!TryNumber(call, "since", long.MaxValue, out var since) || !TryNumber(call, "limit", MaxSamples, out var limit))
        {
            return call.ProblemAsync(400, $"since must be a number from 0, and limit one from 0 to {MaxSamples}");
        }

        return AnswerAsync(call, _generator?.Read(since, (int)limit));
    }

    private async Task StopAsync(AdminCall call)
    {
        if (_generator is not null)
        {
            await _generator.StopAsync();
        }

        await AnswerAsync(call, _generator?.Read(since: 0, limit: 0));
    }

    private static bool TryNumber(AdminCall call, string name, long most, out long number)
    {
        var text = call.Query(name);
        number = 0;
        return text.Length == 0
            || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most);
    }

    private static Task AnswerAsync(AdminCall call, TrafficReport? report) => report is null
        ? call.JsonAsync(new { state = "none" })
        : call.JsonAsync(new
        {
            state = report.State.ToString().ToLowerInvariant(),
            accessPoint = report.AccessPoint,
            startedAt = report.StartedAt,
            endsAt = report.StartedAt + report.Plan.Duration,
            askedRate = report.Plan.RequestsPerSecond,
            reachedRate = Math.Round(report.ReachedRate, 2),
            sent = report.Sent,
            succeeded = report.Succeeded,
            failed = report.Failed,
            late = report.Late,
            bytesRead = report.BytesRead,
            bytesWritten = report.BytesWritten,
            byRegion = report.ByRegion,
            byError = report.ByError,
            byPlace = report.ByPlace,
            seededKeys = report.Plan.SeededKeys,
            next = report.Next,
            samples = report.Samples,
        });
}
