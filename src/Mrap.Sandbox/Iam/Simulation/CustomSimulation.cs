using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>The policy simulator of IAM, for policies that are given as texts.</summary>
internal sealed class CustomSimulation(IamAccess access) : IQueryOperations
{
    private const string Policies = "PolicyInputList";

    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations =>
        [new("SimulateCustomPolicy", Simulate), new("GetContextKeysForCustomPolicy", GetContextKeys)];

    private Action<XmlWriter> Simulate(QueryCall call)
    {
        access.Require(call, "*");
        return SimulationPage.Of(call.Form, SimulationInputReader.Read(call.Form, call.Caller.Account.Value));
    }

    private Action<XmlWriter> GetContextKeys(QueryCall call)
    {
        access.Require(call, "*");
        var policies = SimulationInputReader.Policies(call.Form, Policies, kind: null, SimulationPolicyTypes.Identity);
        return policies.IsEmpty
            ? throw QueryErrors.Validation(Policies, value: null, "Member must not be null")
            : ContextKeysAnswer.Of(policies);
    }
}
