using Mrap.Core.AccessPoints;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.Shared;

public sealed class ConsoleUrlsTests
{
    [Theory]
    [InlineData("media-global", null, "/access-points/media-global")]
    [InlineData("media-global", "overview", "/access-points/media-global")]
    [InlineData("media-global", "requests", "/access-points/media-global/requests")]
    [InlineData("create", null, "/access-points/create/overview")]
    [InlineData("create", "requests", "/access-points/create/requests")]
    public void AccessPoint_OfANameAndTab_NeverLeadsToTheWizard(string name, string? tab, string url) =>
        ConsoleUrls.AccessPoint(AccessPointName.Parse(name).Value, tab).ShouldBe(url);
}
