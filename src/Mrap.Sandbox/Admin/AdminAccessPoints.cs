using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Control;

namespace Mrap.Sandbox.Admin;

/// <summary>Finds access points by whatever a person calls them: name, alias or ARN.</summary>
internal sealed class AdminAccessPoints(ControlState state)
{
    /// <summary>Finds one.</summary>
    /// <returns>The access point, or null when there is none of that name.</returns>
    public AccessPointRecord? Find(string wanted)
    {
        if (AccessPointArn.Parse(wanted).TryGet(out var arn))
        {
            return state.Find(arn.Alias);
        }

        return AccessPointAlias.Parse(wanted).TryGet(out var alias)
            ? state.Find(alias)
            : state.All().FirstOrDefault(record => record.Point.Name.Value == wanted);
    }
}
