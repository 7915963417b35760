using Mrap.Sandbox.Network;
using Mrap.Sandbox.Query;

namespace Mrap.Sandbox.Iam;

/// <summary>AWS Identity and Access Management.</summary>
internal sealed class IamService(IEnumerable<IQueryOperations> groups) : QueryService(AwsService.Iam, Namespace, "2010-05-08", groups)
{
    /// <summary>The namespace of its answers.</summary>
    public const string Namespace = "https://iam.amazonaws.com/doc/2010-05-08/";
}
