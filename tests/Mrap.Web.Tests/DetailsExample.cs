using Mrap.Aws.AccessPoints;
using Mrap.Aws.Policies;
using Mrap.Core.Regions;
using Mrap.Testing;

namespace Mrap.Web.Tests;

/// <summary>What the console reads of the example access point.</summary>
internal static class DetailsExample
{
    extension(Example)
    {
        public static AccessPointDetails Details(params RegionId[] passive) => new(
            Example.AccessPoint(), Example.Routes(passive), RoutesFault: null, new AccessPointPolicy(null, null, null), PolicyFault: null);
    }
}
