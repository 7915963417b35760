using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.CloudWatch;

/// <summary>Amazon CloudWatch: its names are answered for; it has no operations yet.</summary>
internal sealed class CloudWatchService(IEnumerable<IQueryOperations> groups) : QueryService(Descriptor, XmlNamespace, "2010-08-01", groups)
{
    private const string XmlNamespace = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    /// <summary>How it is addressed and signed for.</summary>
    public static AwsService Descriptor { get; } =
        new("CloudWatch", "monitoring", ErrorForm.Query(XmlNamespace), "monitoring", "monitoring-fips");
}
