using System.Collections.Immutable;
using Bunit;
using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Statements;
using Mrap.Policy.Model;
using Mrap.Testing;
using Mrap.Web.Components.Policies;

namespace Mrap.Web.Tests.Permissions;

public sealed class FindingsPanelTests : PageContext
{
    [Fact]
    public void Panel_WithoutFindings_SaysSo() => RenderPanel([]).Find("[role=status]").TextContent.Trim().ShouldBe("No findings");

    [Fact]
    public void Panel_WithFindings_CountsThemAndNamesLevelPlaceMessageAndHint()
    {
        var findings = PolicyChecks.Check("""{ "Version": "2012-10-17", "Statement": [], "Statment": 1 }""", PolicyKind.AccessPoint);

        var panel = RenderPanel(findings);

        panel.Find("[role=status]").TextContent.ShouldContain("error");
        var item = panel.FindAll("li").First(row => row.TextContent.Contains("Statment", StringComparison.Ordinal));
        item.TextContent.ShouldContain("Error");
        item.TextContent.ShouldContain(
            $"1:{findings.First(finding => finding.Message.Contains("Statment", StringComparison.Ordinal)).Start.Column}");
    }

    [Fact]
    public void GoTo_OfAFinding_IsRaisedWithIt()
    {
        Finding? wanted = null;
        var findings = PolicyChecks.Check("{", PolicyKind.AccessPoint);

        RenderPanel(findings, goTo: finding => wanted = finding)
            .FindAll("button")
            .First(button => button.TextContent.StartsWith("Go to", StringComparison.Ordinal))
            .Click();

        wanted.ShouldBe(findings[0]);
    }

    [Fact]
    public void Fix_OfAFinding_IsOfferedByItsTitleAndRaised()
    {
        FindingEdit? made = null;
        var findings = Fixable();
        var edit = findings.First(finding => finding.Edit is not null).Edit!;

        RenderPanel(findings, apply: applied => made = applied)
            .FindAll("button")
            .First(button => button.TextContent == edit.Title.Replace("`", string.Empty, StringComparison.Ordinal))
            .Click();

        made.ShouldBe(edit);
    }

    [Fact]
    public void Fix_WhereNothingMayBeChanged_IsNotOffered() =>
        Render<FindingsPanel>(panel => panel.Add(p => p.Findings, Fixable()).Add(p => p.IsReadOnly, true).Add(p => p.OnApply, _ => { }))
            .FindAll("button")
            .ShouldBeEmpty();

    [Theory]
    [InlineData(10, false)]
    [InlineData(20_481, true)]
    public void Meter_OfTheSize_SaysHowMuchOfTheLimitIsUsed(int length, bool isOver)
    {
        var panel = Render<FindingsPanel>(
            p => p.Add(x => x.Findings, []).Add(x => x.Size, PolicySize.Of(new string('a', length), PolicyKind.AccessPoint)));

        panel.Find("label").TextContent.ShouldContain("of 20,480 bytes");
        panel.Find("label").ClassList.Contains("over").ShouldBe(isOver);
        panel.Find("meter").GetAttribute("max").ShouldBe("20480");
    }

    [Theory]
    [InlineData("", "Nothing written yet")]
    [InlineData("{", "No findings")]
    public void Panel_WithoutFindings_TellsNoTextFromASoundOne(string text, string words) =>
        Render<FindingsPanel>(p => p.Add(x => x.Findings, []).Add(x => x.Size, PolicySize.Of(text, PolicyKind.AccessPoint)))
            .Find("[role=status]").TextContent.Trim().ShouldBe(words);

    private static ImmutableArray<Finding> Fixable()
    {
        var findings = PolicyChecks.Check(
            PermissionsExample.ReadPolicy("111122223333").Replace("2012-10-17", "2012-10-18", StringComparison.Ordinal),
            PolicyKind.AccessPoint);
        findings.ShouldContain(finding => finding.Edit != null);
        return findings;
    }

    private IRenderedComponent<FindingsPanel> RenderPanel(
        ImmutableArray<Finding> findings, Action<Finding>? goTo = null, Action<FindingEdit>? apply = null) =>
        Render<FindingsPanel>(
            panel => panel.Add(p => p.Findings, findings).Add(p => p.OnGoTo, goTo ?? (_ => { })).Add(p => p.OnApply, apply ?? (_ => { })));
}
