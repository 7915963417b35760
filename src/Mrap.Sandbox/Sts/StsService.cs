using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Sts;

/// <summary>AWS Security Token Service.</summary>
internal sealed class StsService(IEnumerable<IQueryOperations> groups) : QueryService(Descriptor, XmlNamespace, "2011-06-15", groups)
{
    private const string XmlNamespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>How it is addressed and signed for.</summary>
    public static AwsService Descriptor { get; } = new("Sts", "sts", ErrorForm.Query(XmlNamespace), "sts", "sts-fips");
}
