using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Tags managed policies.</summary>
internal sealed class PolicyTagOperations(IdentityStore store, IamAccess access) : IQueryOperations
{
    /// <inheritdoc/>
    public AwsService Service => IamService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations => [new("TagPolicy", Tag), new("UntagPolicy", Untag), new("ListPolicyTags", List)];

    private Action<XmlWriter>? Tag(QueryCall call)
    {
        var tags = IamRules.Tags(call);
        Change(call, policy => policy with { Tags = IamRules.Put(policy.Tags, tags) }, [.. IamKeys.OfRequest(tags)]);
        return null;
    }

    private Action<XmlWriter>? Untag(QueryCall call)
    {
        var keys = IamRules.TagKeys(call);
        Change(call, policy => policy with { Tags = policy.Tags.RemoveRange(keys) }, [new("aws:TagKeys", keys)]);
        return null;
    }

    private Action<XmlWriter> List(QueryCall call)
    {
        var policy = Find(call, []);
        var page = Page<KeyValuePair<string, string>>.Of(call, policy.Tags, tag => tag.Key);
        return xml => xml.Page("Tags", page, IamXml.Tag);
    }

    private ManagedPolicy Find(QueryCall call, ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> keys)
    {
        var arn = IamRules.PolicyArn(call);
        access.Require(call, arn, keys);
        return store.Current.FindPolicy(arn, call.Caller.Account) ?? throw IamErrors.NoSuchPolicy(arn);
    }

    private void Change(
        QueryCall call, Func<ManagedPolicy, ManagedPolicy> change, ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> keys) =>
        store.InTransaction(_ =>
    {
        var policy = Find(call, keys);
        store.Save(policy.Account ?? throw IamErrors.AwsOwned(policy.Arn), change(policy));
        return policy;
    });
}
