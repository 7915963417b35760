using Mrap.Core.Regions;
using Mrap.Core.Text;

namespace Mrap.Sandbox.Network;

/// <summary>Regions as places a client can be at.</summary>
internal sealed class RegionVantages : IVantageNames
{
    /// <inheritdoc/>
    public bool Contains(string vantageId) => RegionId.Parse(vantageId).IsValid;

    /// <inheritdoc/>
    public string Explain(string vantageId) =>
        $"`{Shown.Short(vantageId)}` is not a vantage: give a Region such as `us-east-1` or `ap-northeast-1`, or a city such as `ng-lagos`.";
}
