using Mrap.Web.Circuit;

namespace Mrap.Web.Tests.Layout;

public sealed class FlashesTests
{
    [Fact]
    public void Show_WithAnIdAlreadyShown_TurnsThatMessageInItsPlace()
    {
        var flashes = new Flashes();
        flashes.InProgress("create", "Creating");
        flashes.Success("other", "Done");

        flashes.Success("create", "Created", "View", "/x");

        flashes.All.Select(flash => (flash.Id, flash.Kind)).ShouldBe([("create", FlashKind.Success), ("other", FlashKind.Success)]);
    }

    [Fact]
    public void Dismiss_OfAMessageNotShown_RaisesNothing()
    {
        var flashes = new Flashes();
        var raised = 0;
        flashes.Changed += (_, _) => raised++;

        flashes.Dismiss("nothing");
        raised.ShouldBe(0);

        flashes.Error("e", "Failed");
        flashes.Dismiss("e");
        raised.ShouldBe(2);
        flashes.All.ShouldBeEmpty();
    }

    [Fact]
    public void Show_BeyondFive_DropsTheOldest()
    {
        var flashes = new Flashes();
        for (var i = 0; i < 7; i++)
        {
            flashes.Success($"f{i}", "x");
        }

        flashes.All.Select(flash => flash.Id).ShouldBe(["f2", "f3", "f4", "f5", "f6"]);
    }
}
