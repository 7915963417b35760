using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Actions;
using Mrap.Policy.Arns;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>Reads what is to be simulated from the parameters of a call (IAM API Reference, "SimulateCustomPolicy").</summary>
internal static class SimulationInputReader
{
    private const string Everything = "*";
    private const string AccessPointMark = ":accesspoint/";
    private const string RoleMark = ":role/";

    private const int MaxPolicy = 131_072;
    private const int MinAction = 3;
    private const int MaxAction = 128;
    private const int MaxName = 2048;

    /// <summary>Reads the input of a simulation of policies that are given as texts.</summary>
    /// <param name="form">The parameters.</param>
    /// <param name="account">The account that calls, for callers that are not named.</param>
    /// <exception cref="ServiceException">A parameter is missing or has a value that it cannot have.</exception>
    public static SimulationInput Read(QueryForm form, string account)
    {
        var policies = Policies(form, "PolicyInputList", PolicyKind.Identity, SimulationPolicyTypes.Identity);
        if (policies.IsEmpty)
        {
            throw QueryErrors.Validation("PolicyInputList", value: null, "Member must not be null");
        }

        return Read(form, policies, Boundary(form), form.Optional("CallerArn"), account);
    }

    /// <summary>Reads the input of a simulation of policies that are known.</summary>
    /// <param name="form">The parameters.</param>
    /// <param name="identity">The caller's policies.</param>
    /// <param name="boundary">Its boundary; null for none.</param>
    /// <param name="callerArn">The caller; null when it is not named.</param>
    /// <param name="account">The account that calls, for callers that are not named.</param>
    /// <exception cref="ServiceException">A parameter is missing or has a value that it cannot have.</exception>
    public static SimulationInput Read(
        QueryForm form, ImmutableArray<SimulationPolicy> identity, SimulationPolicy? boundary, string? callerArn, string account)
    {
        var resources = Resources(form);
        var resource = ResourcePolicy(form, resources);
        var caller = ReadCaller(callerArn, resource is not null, account);
        var input = new SimulationInput
        {
            Identity = identity,
            Boundary = boundary,
            Resource = resource,
            Actions = Actions(form),
            Resources = resources,
            Caller = caller,
            HasCaller = callerArn is not null,
            Owner = Owner(form),
            Context = SimulationContext.Read(form, callerArn is null ? null : caller),
            MissingKeys = [],
        };
        ResourceHandling.Check(form, resources);
        return input with { MissingKeys = SimulationContext.Missing(input) };
    }

    /// <summary>Policies that are given as texts.</summary>
    /// <param name="form">The parameters.</param>
    /// <param name="name">The list that holds them.</param>
    /// <param name="kind">Where they are attached; null when that does not matter.</param>
    /// <param name="type">What matched statements say they are.</param>
    public static ImmutableArray<SimulationPolicy> Policies(QueryForm form, string name, PolicyKind? kind, string type) =>
    [
        .. form.List(name).Select((text, i) =>
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{name}.{i + 1}");
            IamRules.CheckLength(string.Create(CultureInfo.InvariantCulture, $"{name}.{i + 1}.member"), text, 1, MaxPolicy);
            return new SimulationPolicy(id, type, Compile(id, text, kind));
        }),
    ];

    /// <summary>The boundary of a call; null for none.</summary>
    public static SimulationPolicy? Boundary(QueryForm form)
    {
        var given = Policies(form, "PermissionsBoundaryPolicyInputList", PolicyKind.Boundary, SimulationPolicyTypes.Boundary);
        return given.Length > 1
            ? throw SimulationFault.Invalid("Only one permissions boundary policy can be simulated.")
            : given.FirstOrDefault();
    }

    private static SimulationPolicy? ResourcePolicy(QueryForm form, ImmutableArray<string> resources)
    {
        if (form.Optional("ResourcePolicy") is not { } text)
        {
            return null;
        }

        IamRules.CheckLength("ResourcePolicy", text, 1, MaxPolicy);
        ImmutableArray<PolicyKind> kinds = [.. resources.Select(KindOf).Distinct()];
        if (kinds is not [var kind])
        {
            throw SimulationFault.Invalid("The resource policy is not applicable to all of the resources.");
        }

        return new SimulationPolicy("ResourcePolicy", SimulationPolicyTypes.Resource, Compile("ResourcePolicy", text, kind));
    }

    private static PolicyKind KindOf(string resource) =>
        resource.Contains(AccessPointMark, StringComparison.Ordinal) ? PolicyKind.AccessPoint
        : resource.Contains(RoleMark, StringComparison.Ordinal) && resource.Contains(":iam:", StringComparison.Ordinal) ? PolicyKind.Trust
        : PolicyKind.Bucket;

    private static CompiledPolicy Compile(string id, string text, PolicyKind? kind)
    {
        var outcome = kind is { } attached ? PolicyDocument.Parse(text, attached) : PolicyDocument.Parse(text);
        if (outcome.TryGet(out var document))
        {
            return CompiledPolicy.Compile(document, kind ?? PolicyKind.Identity);
        }

        var fault = outcome.MainFault!;
        throw SimulationFault.Policy(
            id,
            string.Create(CultureInfo.InvariantCulture, $"at line {fault.Position.Line}, column {fault.Position.Column}: {fault.Message}"));
    }

    private static ImmutableArray<string> Actions(QueryForm form)
    {
        var actions = form.List("ActionNames");
        if (actions.IsEmpty)
        {
            throw QueryErrors.Validation("ActionNames", value: null, "Member must not be null");
        }

        for (var i = 0; i < actions.Length; i++)
        {
            var action = actions[i];
            IamRules.CheckLength(string.Create(CultureInfo.InvariantCulture, $"ActionNames.{i + 1}.member"), action, MinAction, MaxAction);
            var parts = action.Split(':');
            if (action.AsSpan().ContainsAny('*', '?'))
            {
                throw SimulationFault.Action(action, "has a wildcard, which a simulation does not support.");
            }

            if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
            {
                throw SimulationFault.Action(action, "is not a service and an action, such as s3:GetObject.");
            }

            if (parts[0].Equals("s3", StringComparison.OrdinalIgnoreCase) && S3Actions.Find(action) is null)
            {
                throw SimulationFault.Action(action, "is not an action of Amazon S3.");
            }
        }

        return actions;
    }

    private static ImmutableArray<string> Resources(QueryForm form)
    {
        var resources = form.List("ResourceArns");
        for (var i = 0; i < resources.Length; i++)
        {
            IamRules.CheckLength(string.Create(CultureInfo.InvariantCulture, $"ResourceArns.{i + 1}.member"), resources[i], 1, MaxName);
            if (
                resources[i] != Everything && !Arn.Parse(resources[i]).IsValid)
            {
                throw SimulationFault.Resource(resources[i]);
            }
        }

        return resources.IsEmpty ? [Everything] : [.. resources.Distinct(StringComparer.Ordinal)];
    }

    private static Principal ReadCaller(string? arn, bool isNeeded, string account)
    {
        if (arn is null)
        {
            return isNeeded ? throw SimulationFault.Caller() : Principal.Parse($"arn:aws:iam::{account}:user/caller");
        }

        IamRules.CheckLength("CallerArn", arn, 1, MaxName);
        var caller = Principal.Parse(arn);
        return caller.Kind == PrincipalKind.User ? caller : throw SimulationFault.Caller();
    }

    private static string? Owner(QueryForm form)
    {
        if (form.Optional("ResourceOwner") is not { } owner)
        {
            return null;
        }

        IamRules.CheckLength("ResourceOwner", owner, 1, MaxName);
        var parsed = Principal.Parse(owner);
        return parsed.Kind == PrincipalKind.Root && owner.StartsWith("arn:", StringComparison.Ordinal)
            ? parsed.Account
            : throw SimulationFault.Owner(owner);
    }
}
