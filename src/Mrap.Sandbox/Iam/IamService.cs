using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>AWS Identity and Access Management.</summary>
internal sealed class IamService(IEnumerable<IQueryOperations> groups) : QueryService(Descriptor, XmlNamespace, "2010-05-08", groups)
{
    private const string XmlNamespace = "https://iam.amazonaws.com/doc/2010-05-08/";

    /// <summary>How it is addressed and signed for.</summary>
    public static AwsService Descriptor { get; } = new("Iam", "iam", ErrorForm.Query(XmlNamespace), "iam");
}
