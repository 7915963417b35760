using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Mrap.Policy.Text;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Makes, shows and deletes the versions of managed policies.</summary>
internal sealed class ManagedPolicyVersions(IdentityStore store, IamAccess access, TimeProvider time) : IQueryOperations
{
    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations =>
    [
        new("CreatePolicyVersion", Create),
        new("GetPolicyVersion", Get),
        new("ListPolicyVersions", List),
        new("SetDefaultPolicyVersion", SetDefault),
        new("DeletePolicyVersion", Delete),
    ];

    /// <summary>The ID of a version.</summary>
    public static string IdOf(int number) => "v" + number.ToString(CultureInfo.InvariantCulture);

    private Action<XmlWriter> Create(QueryCall call)
    {
        var isDefault = call.Form.Optional("SetAsDefault") == "true";
        call.Form.Required("PolicyDocument");
        ManagedPolicyVersion? made = null;
        Change(call, policy =>
        {
            var document = PolicyDocuments.Managed(call);
            if (policy.Versions.Length >= IamRules.MaxVersions)
            {
                throw IamErrors.LimitExceeded(
                    $"A managed policy can have up to {IamRules.MaxVersions} versions. Before you create a new version, you must delete "
                        + "an existing version.");
            }

            made = new ManagedPolicyVersion(policy.LastVersion + 1, document, time.GetUtcNow());
            return policy with
            {
                Versions = policy.Versions.Add(made),
                LastVersion = made.Number,
                DefaultVersion = isDefault ? made.Number : policy.DefaultVersion
            };
        });
        return xml => xml.Group("PolicyVersion", () => Write(xml, made!, isDefault, withDocument: false));
    }

    private Action<XmlWriter> Get(QueryCall call)
    {
        var id = call.Form.Required("VersionId");
        var policy = Find(call);
        var version = Find(policy, id);
        return xml => xml.Group("PolicyVersion", () => Write(xml, version, version.Number == policy.DefaultVersion, withDocument: true));
    }

    private Action<XmlWriter> List(QueryCall call)
    {
        var policy = Find(call);

        // Newest first; markers count in the order of the listing.
        var page = Page<ManagedPolicyVersion>.Of(
            call, policy.Versions.Reverse(), version => (int.MaxValue - version.Number).ToString("D10", CultureInfo.InvariantCulture));
        return xml =>
            xml.Page("Versions", page, (xml, version) => Write(xml, version, version.Number == policy.DefaultVersion, withDocument: false));
    }

    private Action<XmlWriter>? SetDefault(QueryCall call)
    {
        var id = call.Form.Required("VersionId");
        Change(call, policy => policy with { DefaultVersion = Find(policy, id).Number });
        return null;
    }

    private Action<XmlWriter>? Delete(QueryCall call)
    {
        var id = call.Form.Required("VersionId");
        Change(call, policy => Find(policy, id) is var version && version.Number == policy.DefaultVersion
            ? throw IamErrors.DeleteConflict("Cannot delete the default version of a policy.")
            : policy with { Versions = policy.Versions.Remove(version) });
        return null;
    }

    private ManagedPolicy Find(QueryCall call)
    {
        var arn = IamRules.PolicyArn(call);
        access.Require(call, arn);
        return store.Current.FindPolicy(arn, call.Caller.Account) ?? throw IamErrors.NoSuchPolicy(arn);
    }

    private void Change(QueryCall call, Func<ManagedPolicy, ManagedPolicy> change) => store.InTransaction(_ =>
    {
        var policy = Find(call);
        var changed = change(policy.Account is null ? throw IamErrors.AwsOwned(policy.Arn) : policy);
        store.Save(policy.Account.Value, changed);
        return changed;
    });

    private static ManagedPolicyVersion Find(ManagedPolicy policy, string id) =>
        policy.Versions.FirstOrDefault(version => IdOf(version.Number) == id) ?? throw NoSuchVersion(policy, id);

    private static ServiceException NoSuchVersion(ManagedPolicy policy, string id) =>
        IamErrors.NoSuchEntity($"Policy {policy.Arn} version {DisplayText.Truncate(id)} does not exist or is not attachable.");

    private static void Write(XmlWriter xml, ManagedPolicyVersion version, bool isDefault, bool withDocument)
    {
        if (withDocument)
        {
            xml.Policy("Document", version.Document);
        }

        xml.Element("VersionId", IdOf(version.Number));
        xml.Element("IsDefaultVersion", isDefault);
        xml.Instant("CreateDate", version.CreatedAt);
    }
}
