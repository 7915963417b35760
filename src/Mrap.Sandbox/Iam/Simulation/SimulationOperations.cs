using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Network;
using Mrap.Sandbox.Query;
using Mrap.Sandbox.S3.Xml;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>The policy simulator of IAM, for policies that are given as texts.</summary>
internal sealed class SimulationOperations(ServiceAuthorizer authorizer) : IQueryOperations
{
    private const int UsualItems = 100;
    private const int MostItems = 1000;

    // A page ends earlier when its resources are many, as IAM's may, so that no call takes long.
    private const int MostDecisions = 2000;

    /// <inheritdoc/>
    public AwsService Service => AwsService.Iam;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations => [new("SimulateCustomPolicy", Simulate), new("GetContextKeysForCustomPolicy", GetContextKeys)];

    /// <summary>Writes one page of a simulation.</summary>
    public static Action<XmlWriter> Answer(QueryForm form, SimulationInput input)
    {
        var most = form.Number("MaxItems", 1, MostItems) ?? UsualItems;
        var first = Marker(form, input.Actions.Length);
        var count = Math.Min(most, Math.Max(1, MostDecisions / input.Resources.Length));
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

    private static int Marker(QueryForm form, int length) => form.Optional("Marker") is not { } marker ? 0
        : int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first < length ? first
        : throw SimulationFault.Invalid("Invalid Marker.");

    private Action<XmlWriter> Simulate(QueryCall call)
    {
        authorizer.Require(call.Exchange, call.Caller, "iam:SimulateCustomPolicy", "*", call.Caller.Account);
        return Answer(call.Form, SimulationInputReader.Read(call.Form, call.Caller.Account.Value));
    }

    private Action<XmlWriter> GetContextKeys(QueryCall call)
    {
        authorizer.Require(call.Exchange, call.Caller, "iam:GetContextKeysForCustomPolicy", "*", call.Caller.Account);
        var policies = SimulationInputReader.Policies(call.Form, "PolicyInputList", kind: null, SimulationPolicyTypes.Identity);
        if (policies.IsEmpty)
        {
            throw QueryErrors.Validation("PolicyInputList", value: null, "Member must not be null");
        }

        var keys = SimulationContext.KeysOf(policies.Select(policy => policy.Compiled));
        return xml => xml.Group("ContextKeyNames", () =>
        {
            foreach (var key in keys)
            {
                xml.Element("member", key);
            }
        });
    }
}
