using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Network;
using Mrap.Sandbox.Query;
using Mrap.Sandbox.S3.Xml;

namespace Mrap.Sandbox.Sts;

/// <summary>Tells callers who they are. Needs no permission.</summary>
internal sealed class CallerIdentity : IQueryOperations
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.Sts;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations { get; } = [new("GetCallerIdentity", GetCallerIdentity)];

    private static Action<XmlWriter> GetCallerIdentity(QueryCall call) => xml =>
    {
        xml.Element("Arn", call.Caller.Arn);
        xml.Element("UserId", call.Caller.UserId);
        xml.Element("Account", call.Caller.Account.Value);
    };
}
