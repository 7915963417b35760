using Mrap.Sandbox.Network;
using Mrap.Sandbox.Query;

namespace Mrap.Sandbox.Sts;

/// <summary>AWS Security Token Service.</summary>
internal sealed class StsService(IEnumerable<IQueryOperations> groups) : QueryService(AwsService.Sts, Namespace, "2011-06-15", groups)
{
    /// <summary>The namespace of its answers.</summary>
    public const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";
}
