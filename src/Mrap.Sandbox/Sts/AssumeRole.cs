using System.Collections.Immutable;
using System.Xml;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Arns;
using Mrap.Policy.Model;
using Mrap.Policy.Text;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Iam;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Sts;

/// <summary>
/// Starts sessions of roles, when the role trusts the caller and the caller's own policies permit (AWS STS API Reference, "AssumeRole").
/// </summary>
internal sealed class AssumeRole(IdentityStore store, TemporarySessions sessions, ServiceAuthorizer authorizer) : IQueryOperations
{
    private const int ChainedSeconds = 3600;

    /// <inheritdoc/>
    public AwsService Service => StsService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations => [new("AssumeRole", Assume)];

    private Action<XmlWriter> Assume(QueryCall call)
    {
        var request = AssumeRoleRequest.Read(call);
        if (call.Caller is Caller.Root)
        {
            throw ServiceException.Of(403, "AccessDenied", "Roles may not be assumed by root accounts.");
        }

        var all = store.Current;
        var role = FindRole(all, request.RoleArn) ?? throw Denied(call, "sts:AssumeRole", request.RoleArn);
        var calling = sessions.Find(call.Caller.AccessKeyId);
        request = Inherit(request, calling);
        RequirePermission(call, role, request);
        CheckDuration(call, role, request);
        foreach (var arn in request.PolicyArns)
        {
            if (all.FindPolicy(arn, role.Account) is null)
            {
                throw IamErrors.Validation($"PolicyArn {DisplayText.Truncate(arn)} does not exist or is not attachable.");
            }
        }

        var session = sessions.Start(role.Account, role.Id, role.Name, TimeSpan.FromSeconds(request.Seconds), started => started with
        {
            RoleSessionName = request.SessionName,
            Policy = request.Policy,
            PolicyArns = request.PolicyArns,
            Tags = ImmutableSortedDictionary.CreateRange(request.Tags),
            TransitiveTagKeys = request.TransitiveTagKeys,
            SourceIdentity = request.SourceIdentity,
        }) ?? throw QueryErrors.Throttling();
        return xml =>
        {
            CredentialsXml.Write(xml, session);
            xml.Group("AssumedRoleUser", () =>
            {
                xml.Element("AssumedRoleId", $"{role.Id}:{request.SessionName}");
                xml.Element("Arn", Callers.SessionArn(role, request.SessionName));
            });
            if (request.PackedSize > 0)
            {
                xml.Element("PackedPolicySize", request.PackedSize);
            }

            xml.OptionalElement("SourceIdentity", request.SourceIdentity);
        };
    }

    private static IamRole? FindRole(Identities all, string arn) =>
        Arn.Parse(arn).TryGet(out var read) && AccountId.Parse(read.Account.ToString()).TryGet(out var account)
            ? (IamRole?)all.Find(EntityType.Role, account, arn.AsSpan())
            : null;

    // What the calling session passes on cannot be changed in the new one.
    private static AssumeRoleRequest Inherit(AssumeRoleRequest request, TemporarySession? calling)
    {
        if (calling is null)
        {
            return request;
        }

        var inherited = calling.TransitiveTagKeys.Where(calling.Tags.ContainsKey)
            .Select(key => KeyValuePair.Create(key, calling.Tags[key]))
            .ToList();
        if (inherited.Any(tag => request.Tags.Any(own => string.Equals(own.Key, tag.Key, StringComparison.OrdinalIgnoreCase))))
        {
            throw ServiceException.Of(
                400, "InvalidParameterValue",
                "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling "
                    + "session.");
        }

        if (calling.SourceIdentity is { } source && request.SourceIdentity is { } wanted && wanted != source)
        {
            throw ServiceException.Of(403, "AccessDenied", "SourceIdentity cannot be changed in a chained session.");
        }

        return request with
        {
            Tags = [.. request.Tags, .. inherited],
            TransitiveTagKeys = [.. request.TransitiveTagKeys, .. inherited.Select(tag => tag.Key)],
            SourceIdentity = calling.SourceIdentity ?? request.SourceIdentity,
        };
    }

    private void RequirePermission(QueryCall call, IamRole role, AssumeRoleRequest request)
    {
        Require(call, role, "sts:AssumeRole", request);
        if (!request.PassedTags.IsEmpty)
        {
            Require(call, role, "sts:TagSession", request);
        }

        if (request.SourceIdentity is not null)
        {
            Require(call, role, "sts:SetSourceIdentity", request);
        }
    }

    private void Require(QueryCall call, IamRole role, string action, AssumeRoleRequest request)
    {
        var (_, decision) = authorizer.Decide(
            call.Exchange, call.Caller, action, role.Arn, role.Account, role.Trust.As(PolicyKind.Trust),
            [.. IamKeys.Of(role), .. request.Keys()]);
        if (!decision.IsAllowed)
        {
            throw Denied(call, action, role.Arn);
        }
    }

    private static void CheckDuration(QueryCall call, IamRole role, AssumeRoleRequest request)
    {
        if (call.Caller is Caller.RoleSession && request.Seconds > ChainedSeconds)
        {
            throw IamErrors.Validation("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }

        if (request.Seconds > role.MaxSessionSeconds)
        {
            throw IamErrors.Validation("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
    }

    // The same answer whether the role does not exist, does not trust the caller, or the caller lacks the permission.
    private static ServiceException Denied(QueryCall call, string action, string arn) =>
        ServiceException.Of(
            403, "AccessDenied",
            $"User: {call.Caller.Arn} is not authorized to perform: {action} on resource: {DisplayText.Truncate(arn)}");
}
