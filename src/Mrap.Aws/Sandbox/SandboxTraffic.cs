using System.Text.Json;
using System.Text.Json.Serialization;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Faults;
using Mrap.Core.Traffic;

namespace Mrap.Aws.Sandbox;

/// <summary>Generated traffic of the sandbox.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
public sealed class SandboxTraffic(SandboxControl sandbox, ChangeGate gate)
{
    private const string Path = "traffic";

    private static readonly JsonSerializerOptions s_json =
        new(JsonSerializerOptions.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Starts traffic, which takes an operator.</summary>
    /// <param name="document">What is to be sent; a document that breaks a rule is refused before any call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How it stands, or why it was not started.</returns>
    public Task<Outcome<TrafficStatus>> StartAsync(TrafficDocument document, CancellationToken cancellationToken)
    {
        const string whatFailed = "The traffic was not started.";
        return gate.PassAsync<TrafficStatus>(
            new Change(ChangeAction.ChangeTraffic, Path, AccessPoint: null, Before: null, Text(document)),
            async () => document.Read().Faults is [var broken, ..]
                ? AwsFaults.Invalid(whatFailed, AwsFaults.Sentence(broken), "Correct it and start again.")
                : await sandbox.SendAsync<TrafficStatus>(HttpMethod.Post, Path, document, whatFailed, cancellationToken));
    }

    /// <summary>Stops traffic, which takes an operator.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How it stands, or why it was not stopped.</returns>
    public Task<Outcome<TrafficStatus>> StopAsync(CancellationToken cancellationToken) => gate.PassAsync(
        new Change(ChangeAction.ChangeTraffic, Path, AccessPoint: null, Before: null, After: null),
        () => sandbox.SendAsync<TrafficStatus>(HttpMethod.Delete, Path, body: null, "The traffic was not stopped.", cancellationToken));

    /// <summary>The JSON of what is to be sent, without what is usual.</summary>
    /// <returns>The text, in one line.</returns>
    public static string Text(TrafficDocument document) => JsonSerializer.Serialize(document, s_json);
}
