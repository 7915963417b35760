using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Iam;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Sts;

/// <summary>Tells callers who they are, which needs no permission, and whose account a key is of.</summary>
internal sealed class CallerIdentity(PrincipalDirectory principals, ServiceAuthorizer authorizer) : IQueryOperations
{
    /// <inheritdoc/>
    public AwsService Service => StsService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations =>
        [new("GetCallerIdentity", GetCallerIdentity), new("GetAccessKeyInfo", GetAccessKeyInfo)];

    private static Action<XmlWriter> GetCallerIdentity(QueryCall call) => xml =>
    {
        xml.Element("Arn", call.Caller.Arn);
        xml.Element("UserId", call.Caller.UserId);
        xml.Element("Account", call.Caller.Account.Value);
    };

    private Action<XmlWriter> GetAccessKeyInfo(QueryCall call)
    {
        var id = call.Form.Required("AccessKeyId");
        IamRules.CheckLength("AccessKeyId", id, 16, 128);
        authorizer.Require(call.Exchange, call.Caller, "sts:GetAccessKeyInfo", "*", call.Caller.Account);
        var account = principals.Find(id)?.Caller.Account ?? throw IamErrors.Validation("Invalid Access Key ID");
        return xml => xml.Element("Account", account.Value);
    }
}
