using System.Collections.Immutable;
using System.Xml;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Policy.Text;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>The policy simulator of IAM, for the policies that a user or role has (IAM API Reference, "SimulatePrincipalPolicy").</summary>
internal sealed class PrincipalSimulation(IamAccess access, IdentityStore store) : IQueryOperations
{
    private const string Source = "PolicySourceArn";
    private const int MinArn = 20;
    private const int MaxArn = 2048;

    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations =>
        [new("SimulatePrincipalPolicy", Simulate), new("GetContextKeysForPrincipalPolicy", GetContextKeys)];

    private Action<XmlWriter> Simulate(QueryCall call)
    {
        var entity = Find(call);
        var boundary = SimulationInputReader.Boundary(call.Form) ?? BoundaryOf(entity);
        var caller = call.Form.Optional("CallerArn") ?? (entity.Type == EntityType.User ? entity.Arn : null);
        return SimulationPage.Of(
            call.Form, SimulationInputReader.Read(call.Form, PoliciesOf(entity, call), boundary, caller, entity.Account.Value));
    }

    private Action<XmlWriter> GetContextKeys(QueryCall call) => ContextKeysAnswer.Of(PoliciesOf(Find(call), call));

    private IamEntity Find(QueryCall call)
    {
        var arn = call.Form.Required(Source);
        IamRules.CheckLength(Source, arn, MinArn, MaxArn);
        var parsed = Principal.Parse(arn);
        EntityType type = parsed.Kind switch
        {
            PrincipalKind.User => EntityType.User,
            PrincipalKind.Role => EntityType.Role,
            _ =>
                throw SimulationFault.Invalid(
                    $"Invalid Entity Arn: {DisplayText.Truncate(arn)} does not clearly define entity type and name."),
        };
        var name = arn[(arn.LastIndexOf('/') + 1)..];
        if (parsed.Account != call.Caller.Account.Value)
        {
            access.Require(call, arn);
            throw IamErrors.NoSuchEntity(type, name);
        }

        return access.Find(call, type, name) is var entity && entity.Arn == arn ? entity : throw IamErrors.NoSuchEntity(type, name);
    }

    // A matched statement names an inline policy by its owner and its name, a managed one by its name.
    private ImmutableArray<SimulationPolicy> PoliciesOf(IamEntity entity, QueryCall call) =>
    [
        .. entity.Inline.Select(policy => Own($"{IamErrors.Word(entity.Type)}_{entity.Name}_{policy.Key}", policy.Value)),
        .. entity.Attached.Select(store.Current.FindPolicy)
        .OfType<ManagedPolicy>()
        .Select(policy => Own(policy.Name, policy.Default.Document)),
        .. SimulationInputReader.Policies(call.Form, "PolicyInputList", PolicyKind.Identity, SimulationPolicyTypes.Identity),
    ];

    private SimulationPolicy? BoundaryOf(IamEntity entity) => entity.Boundary is { } arn && store.Current.FindPolicy(arn) is { } policy
        ? new SimulationPolicy(policy.Name, SimulationPolicyTypes.Boundary, policy.Default.Document.As(PolicyKind.Boundary))
        : null;

    private static SimulationPolicy Own(string id, PolicyText text) =>
        new(id, SimulationPolicyTypes.Identity, text.As(PolicyKind.Identity));
}
