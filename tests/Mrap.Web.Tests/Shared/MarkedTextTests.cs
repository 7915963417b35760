using Bunit;
using Mrap.Aws.Faults;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Tests.Shared;

public sealed class MarkedTextTests : BunitContext
{
    [Theory]
    [InlineData("The object `a b.txt` was not read.", "The object a b.txt was not read.", 1)]
    [InlineData("`a`, `b`", "a, b", 2)]
    [InlineData("No mark at all.", "No mark at all.", 0)]
    [InlineData("A lone ` stays.", "A lone ` stays.", 0)]
    public void Text_WithNamesBetweenBackticks_ShowsThemAsCode(string text, string shown, int names)
    {
        var marked = Render<MarkedText>(parameters => parameters.Add(marked => marked.Text, text));

        string.Concat(marked.Nodes.Select(node => node.TextContent)).ShouldBe(shown);
        marked.FindAll("code").Count.ShouldBe(names);
    }

    [Fact]
    public void Fault_ThatNamesSomething_ShowsTheNameAndTheWaysOut()
    {
        var panel = Render<FaultPanel>(parameters => parameters
            .Add(panel => panel.Fault, new AwsFault("NoSuchKey", "`a.txt` was not read.", "It is not there.", "Look elsewhere."))
            .AddChildContent("<a href=\"/list\">All</a>"));

        panel.Find(".fault-what code").TextContent.ShouldBe("a.txt");
        panel.Find(".fault-actions a").GetAttribute("href").ShouldBe("/list");
        panel.FindAll("button").ShouldBeEmpty();
    }
}
