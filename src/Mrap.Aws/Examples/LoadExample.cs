using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Amazon.S3.Model;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.Examples;

/// <summary>
/// The example to start with: buckets in Ireland, Sydney and N. Virginia behind one access point, with a few objects in each.
/// </summary>
/// <param name="create">Creates the access point.</param>
/// <param name="runner">Runs the plan.</param>
public sealed class LoadExample(AwsClients clients, CreateAccessPoint create, PlanRunner runner)
{
    private const int SuffixLength = 6;
    private const string SuffixAlphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly ImmutableArray<(string Region, string Place)> s_places =
    [
        ("us-east-1", "n-virginia"),
        ("eu-west-1", "ireland"),
        ("ap-southeast-2", "sydney"),
    ];

    /// <summary>The input for the example, with names that are most likely free.</summary>
    /// <param name="suffix">Lower-case letters and digits that make the names unique, 1 to 12 characters.</param>
    /// <returns>The input.</returns>
    /// <exception cref="InvalidOperationException">The suffix makes a name that is not allowed.</exception>
    public static CreateAccessPointInput Input(string suffix) => new(
        AccessPointName.Parse($"example-{suffix}").Value,
        [
            .. s_places.Select(
                place =>
                    new BucketChoice(
                        BucketName.Parse($"example-{place.Place}-{suffix}").Value, RegionId.Parse(place.Region).Value, Create: true,
                        EnableVersioning: true))],
        BlockPublicAccess.AllOn);

    /// <summary>Lays the example out as steps, under names with a random suffix.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The plan; its target is the name of the access point.</returns>
    public async Task<Outcome<ChangePlan>> PlanAsync(CancellationToken cancellationToken)
    {
        var input = Input(RandomNumberGenerator.GetString(SuffixAlphabet, SuffixLength));
        var outcome = await create.PlanAsync(input, cancellationToken);
        return outcome.TryGet(out var plan, out var fault)
            ? new ChangePlan(plan.Change with { Action = ChangeAction.LoadExample }, [.. plan.Steps, .. input.Buckets.Select(ObjectsStep)])
            : fault;
    }

    /// <summary>Runs the plan; it takes an administrator.</summary>
    /// <param name="from">The step to begin with: 0, or <see cref="PlanProgress.ResumeFrom"/> of a run that failed.</param>
    /// <param name="cancellationToken">Stops after the call under way.</param>
    /// <returns>The progress; the last element is finished.</returns>
    public IAsyncEnumerable<PlanProgress> ExecuteAsync(ChangePlan plan, int from, CancellationToken cancellationToken) =>
        runner.RunAsync(plan, from, cancellationToken);

    private static ImmutableArray<(string Key, string Text)> Objects(BucketChoice choice)
    {
        var place = RegionCatalog.ShortNameOf(choice.Region);
        return
        [
            ("welcome.txt", $"Hello from {place}.\n"),
            ("where-am-i.json", $$"""{"region":"{{choice.Region}}","bucket":"{{choice.Bucket}}","place":"{{place}}"}""" + "\n"),
            (
                $"only-here/{choice.Region}.txt",
                $"This object is in {place} alone: a request that another Region serves does not find it.\n"),
        ];
    }

    private PlanStep ObjectsStep(BucketChoice choice)
    {
        var objects = Objects(choice);
        return new PlanStep(
            $"objects:{choice.Bucket}",
            $"Put {objects.Length} objects into {choice.Bucket}",
            string.Join(
                '\n',
                objects.Select(
                    item => $"aws s3api put-object --bucket {choice.Bucket} --region {choice.Region} --key {item.Key} --body {item.Key}")),
            async (report, tokens) =>
            {
                foreach (var (key, text) in objects)
                {
                    tokens.Stop.ThrowIfCancellationRequested();
                    report.Say(key);
                    if (await PutAsync(choice, key, text, tokens.Call) is { } fault)
                    {
                        return fault;
                    }
                }

                return null;
            });
    }

    private async Task<AwsFault?> PutAsync(BucketChoice choice, string key, string text, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false);
        var put = new PutObjectRequest
        {
            BucketName = choice.Bucket.Value,
            Key = key,
            InputStream = body,
            AutoCloseStream = false,
            ContentType = key.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/plain",
        };
        return (
            await AwsCall.InvokeAsync(
                $"The object `{key}` was not put into `{choice.Bucket}`.", () =>
                    clients.S3(choice.Region).PutObjectAsync(put, cancellationToken))).Fault;
    }
}
