using System.Collections.Frozen;
using Bunit;
using Mrap.Core.AccessPoints;
using Mrap.Core.AccessPoints.Drafts;
using Mrap.Web.Components.AccessPoints.Create;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Tests.Create;

public sealed class WizardComponentTests : BunitContext
{
    [Fact]
    public void Rail_MarksTheCurrentStep_AndLinksOnlyEarnedOnes()
    {
        var rail = Render<WizardRail>(
            parameters => parameters
                .Add(rail => rail.Label, "Steps")
                .Add(rail => rail.Steps, [("Name", "/a"), ("Buckets", "/b"), ("Review", "/c")])
                .Add(rail => rail.Current, 1).Add(rail => rail.Furthest, 1));

        rail.Find("[aria-current=step]").TextContent.ShouldContain("Buckets");
        rail.FindAll("a").Count.ShouldBe(2);
    }

    [Fact]
    public void Name_ThatIsTaken_SaysSoBesideTheRules()
    {
        var step = Render<NameStep>(parameters => parameters
            .Add(step => step.Draft, CreateDraft.Empty with { Name = "media" })
            .Add(step => step.TakenNames, FrozenSet.Create(StringComparer.Ordinal, "media")));

        step.Find("[role=status]").TextContent.ShouldBe("media is taken in your account");
        step.FindAll("#name-rules li.kept").Count.ShouldBe(AccessPointName.Check("media").Length);
    }

    [Fact]
    public void Switch_TurnedOff_ChangesTheDraftAndAsksForTheAcknowledgement()
    {
        var draft = CreateDraft.Empty;
        var step = Render<PublicAccessStep>(
            parameters => parameters.Add(step => step.Draft, draft).Add(step => step.DraftChanged, changed => draft = changed));
        step.FindAll("#acknowledge").ShouldBeEmpty();

        step.FindAll("[role=switch]")[3].Change(false);

        draft.BlockPublicAccess.ShouldBe(BlockPublicAccess.AllOn with { BlockPublicPolicy = false });
        step.Render(parameters => parameters.Add(step => step.Draft, draft));
        step.FindAll("#acknowledge").Count.ShouldBe(1);
    }

    [Fact]
    public void Field_TypedInto_IsNotWrittenBack()
    {
        var value = string.Empty;
        var field = Render<TextField>(parameters => parameters
            .Add(field => field.Id, "f")
            .Add(field => field.Label, "Field")
            .Add(field => field.Value, value)
            .Add(field => field.ValueChanged, typed => value = typed));

        field.Find("input").Input("typed");
        field.Render(parameters => parameters.Add(field => field.Value, value));
        field.Find("input").GetAttribute("value").ShouldBe(string.Empty);

        field.Render(parameters => parameters.Add(field => field.Value, "set from outside"));
        field.Find("input").GetAttribute("value").ShouldBe("set from outside");
    }

    [Fact]
    public void Field_WithAnError_IsDescribedByIt()
    {
        var field = Render<TextField>(parameters => parameters
            .Add(field => field.Id, "f")
            .Add(field => field.Label, "Field")
            .Add(field => field.Value, "x")
            .Add(field => field.Error, "Wrong."));

        field.Find("input").GetAttribute("aria-invalid").ShouldBe("true");
        field.Find("input").GetAttribute("aria-describedby").ShouldBe("f-error");
    }
}
