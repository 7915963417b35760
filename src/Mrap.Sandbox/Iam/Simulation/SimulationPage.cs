using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>One page of a simulation's results.</summary>
internal static class SimulationPage
{
    private const int UsualItems = 100;
    private const int MaxItems = 1000;

    // Statements tried on resources: bounds how long a call takes and how large its answer is. A page may end early for it, as IAM's may.
    private const int MaxTrials = 100_000;

    /// <summary>Simulates the actions of the page that a call asks for.</summary>
    /// <returns>What writes the answer.</returns>
    /// <exception cref="ServiceException">There is no such page.</exception>
    public static Action<XmlWriter> Of(QueryForm form, SimulationInput input)
    {
        var most = form.Number("MaxItems", 1, MaxItems) ?? UsualItems;
        var first = First(form, input.Actions.Length);
        var trials = input.Resources.Length * Math.Max(1, input.Policies.Sum(policy => policy.Compiled.Document.Statements.Length));
        if (trials > MaxTrials)
        {
            throw SimulationFault.Invalid($"The policies have too many statements for {input.Resources.Length} resources.");
        }

        var count = Math.Min(most, MaxTrials / trials);
        var simulator = new PolicySimulator(input);
        ImmutableArray<ActionResult> results = [.. input.Actions.Skip(first).Take(count).Select(simulator.Simulate)];
        var next = first + results.Length;
        var answer = new SimulationAnswer(input.MissingKeys);
        return xml =>
        {
            xml.Group("EvaluationResults", () =>
            {
                foreach (var result in results)
                {
                    answer.Write(xml, result);
                }
            });
            xml.Element("IsTruncated", next < input.Actions.Length);
            if (next < input.Actions.Length)
            {
                xml.Element("Marker", next.ToString(CultureInfo.InvariantCulture));
            }
        };
    }

    private static int First(QueryForm form, int length) => form.Optional("Marker") is not { } marker ? 0
        : int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first < length ? first
        : throw SimulationFault.Invalid("Invalid Marker.");
}
