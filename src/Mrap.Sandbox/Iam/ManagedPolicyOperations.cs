using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Creates, shows and deletes managed policies.</summary>
internal sealed class ManagedPolicyOperations(IdentityStore store, IamAccess access, TimeProvider time) : IQueryOperations
{
    private const int MaxName = 128;
    private const int MaxDescription = 1000;

    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations =>
    [
        new("CreatePolicy", Create),
        new("GetPolicy", Get),
        new("ListPolicies", List),
        new("DeletePolicy", Delete),
    ];

    private Action<XmlWriter> Create(QueryCall call)
    {
        var (name, path, tags) = (IamRules.Name(call, "PolicyName", MaxName), IamRules.Path(call), IamRules.Tags(call));
        var description = IamRules.Text(call, "Description", MaxDescription);
        call.Form.Required("PolicyDocument");
        var account = call.Caller.Account;
        access.Require(call, ManagedPolicy.ArnOf(account, path + name), [.. IamKeys.OfRequest(tags)]);
        var document = PolicyDocuments.Managed(call);
        var policy = store.InTransaction(all =>
        {
            if (all.Policies.ContainsKey(new(account, name)))
            {
                throw IamErrors.AlreadyExists($"A policy called {name} already exists. Duplicate names are not allowed.");
            }

            if (all.Policies.Keys.Count(key => key.Account == account) >= IamRules.MaxPolicies)
            {
                throw IamErrors.QuotaExceeded("PoliciesPerAccount", IamRules.MaxPolicies);
            }

            var now = time.GetUtcNow();
            var created = new ManagedPolicy(account, path, name, IamId.New("ANPA"), now)
            {
                Description = description,
                Tags = ImmutableSortedDictionary.CreateRange(tags),
                Versions = [new(1, document, now)],
            };
            store.Save(account, created);
            return created;
        });
        return xml => xml.Group("Policy", () => Write(xml, policy, store.Current, call, isWhole: false));
    }

    private Action<XmlWriter> Get(QueryCall call)
    {
        var arn = IamRules.PolicyArn(call);
        access.Require(call, arn);
        var all = store.Current;
        var policy = all.FindPolicy(arn, call.Caller.Account) ?? throw IamErrors.NoSuchPolicy(arn);
        return xml => xml.Group("Policy", () => Write(xml, policy, all, call, isWhole: true));
    }

    private Action<XmlWriter> List(QueryCall call)
    {
        var prefix = IamRules.PathPrefix(call);
        var scope = call.Form.Optional("Scope") ?? "All";
        if (scope is not ("All" or "AWS" or "Local"))
        {
            throw QueryErrors.Validation("Scope", scope, "Member must satisfy enum value set: [All, AWS, Local]");
        }

        var onlyAttached = call.Form.Optional("OnlyAttached") == "true";
        var usage = call.Form.Optional("PolicyUsageFilter");
        var account = call.Caller.Account;
        access.Require(call, "*");
        var all = store.Current;
        IEnumerable<ManagedPolicy> own = scope == "AWS" ? [] : all.Policies.Values.Where(policy => policy.Account == account);
        IEnumerable<ManagedPolicy> aws = scope == "Local" ? [] : AwsManagedPolicies.All;
        var policies = own.Concat(aws)
            .Where(policy => policy.Path.StartsWith(prefix, StringComparison.Ordinal) && IsUsed(policy, all, call, onlyAttached, usage))
            .OrderBy(policy => policy.Arn, StringComparer.OrdinalIgnoreCase);
        var page = Page<ManagedPolicy>.Of(call, policies, policy => policy.Arn);
        return xml => xml.Page("Policies", page, (xml, policy) => Write(xml, policy, all, call, isWhole: false));
    }

    private Action<XmlWriter>? Delete(QueryCall call)
    {
        var arn = IamRules.PolicyArn(call);
        access.Require(call, arn);
        store.InTransaction(all =>
        {
            var policy = all.FindPolicy(arn, call.Caller.Account) ?? throw IamErrors.NoSuchPolicy(arn);
            if (policy.Account is not { } account)
            {
                throw IamErrors.AwsOwned(arn);
            }

            if (all.EntitiesOf(account).Any(entity => entity.Attached.Contains(arn) || entity.Boundary == arn))
            {
                throw IamErrors.DeleteConflict("Cannot delete a policy attached to entities.");
            }

            if (policy.Versions.Length > 1)
            {
                throw IamErrors.DeleteConflict(
                    "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The "
                        + "default version is deleted with the policy.");
            }

            store.Remove(account, policy);
            return policy;
        });
        return null;
    }

    private static bool IsUsed(ManagedPolicy policy, Identities all, QueryCall call, bool onlyAttached, string? usage) =>
        (onlyAttached, usage) switch
        {
            (false, null) => true,
            (_, "PermissionsPolicy") => Uses(policy, all, call).Attached > 0,
            (_, "PermissionsBoundary") => Uses(policy, all, call).AsBoundary > 0,
            (true, _) => Uses(policy, all, call) is not (0, 0),
            (false, _) =>
                throw QueryErrors.Validation(
                    "PolicyUsageFilter", usage, "Member must satisfy enum value set: [PermissionsPolicy, PermissionsBoundary]"),
        };

    private static (int Attached, int AsBoundary) Uses(ManagedPolicy policy, Identities all, QueryCall call)
    {
        var entities = all.EntitiesOf(call.Caller.Account).ToList();
        return (entities.Count(entity => entity.Attached.Contains(policy.Arn)), entities.Count(entity => entity.Boundary == policy.Arn));
    }

    private static void Write(XmlWriter xml, ManagedPolicy policy, Identities all, QueryCall call, bool isWhole)
    {
        var (attached, asBoundary) = Uses(policy, all, call);
        xml.Element("PolicyName", policy.Name);
        xml.Element("PolicyId", policy.Id);
        xml.Element("Arn", policy.Arn);
        xml.Element("Path", policy.Path);
        xml.Element("DefaultVersionId", ManagedPolicyVersions.IdOf(policy.DefaultVersion));
        xml.Element("AttachmentCount", attached);
        xml.Element("PermissionsBoundaryUsageCount", asBoundary);
        xml.Element("IsAttachable", value: true);
        if (isWhole)
        {
            xml.OptionalElement("Description", policy.Description);
        }

        xml.Instant("CreateDate", policy.CreatedAt);
        xml.Instant("UpdateDate", policy.UpdatedAt);
        if (!policy.Tags.IsEmpty)
        {
            xml.List("Tags", policy.Tags, IamXml.Tag);
        }
    }
}
