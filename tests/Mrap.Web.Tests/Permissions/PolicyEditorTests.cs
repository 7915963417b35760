using System.Collections.Immutable;
using Bunit;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Model;
using Mrap.Testing;
using Mrap.Web.Components.Policies;

namespace Mrap.Web.Tests.Permissions;

public sealed class PolicyEditorTests : PageContext
{
    private const string Label = "Policy of the test";

    private string _text = string.Empty;
    private readonly List<string> _order = [];
    private ImmutableArray<Finding> _findings;

    [Fact]
    public void Editor_BeforeTheCodeEditorIsThere_IsANamedTextField()
    {
        var field = RenderEditor("{}").Find("textarea");

        field.GetAttribute("aria-label").ShouldBe(Label);
        field.GetAttribute("value").ShouldBe("{}");
    }

    [Fact]
    public void Findings_OfTheFirstText_AreRaisedAtOnce()
    {
        RenderEditor("{");

        _findings.ShouldContain(finding => finding.Level == FindingLevel.Error);
    }

    [Fact]
    public void Typing_InThePlainField_RaisesTheTextAndItsFindings()
    {
        var editor = RenderEditor("{");

        editor.Find("textarea").Input(PermissionsExample.ReadPolicy("111122223333").ReplaceLineEndings("\r\n"));

        _text.ShouldBe(PermissionsExample.ReadPolicy("111122223333").ReplaceLineEndings("\n"));
        _findings.ShouldNotContain(finding => finding.Level == FindingLevel.Error);
    }

    [Fact]
    public async Task Typing_InTheCodeEditor_RaisesTheTextAndItsFindings()
    {
        var editor = RenderEditor(PermissionsExample.ReadPolicy("111122223333"));

        await editor.InvokeAsync(() => editor.Instance.OnTypedAsync("{", version: 2));

        _text.ShouldBe("{");
        _findings.ShouldNotBeEmpty();
    }

    // Who takes the text may work long with it, as the run of all test cases does.
    [Fact]
    public async Task Typing_ShowsTheFindings_BeforeTheTextIsHandedOver()
    {
        var editor = RenderEditor("{}");
        _order.Clear();

        await editor.InvokeAsync(() => editor.Instance.OnTypedAsync("{", version: 2));
        editor.Find("textarea").Input("{}");
        await editor.InvokeAsync(() => editor.Instance.WriteAsync("{"));

        _order.ShouldBe(["findings", "text", "findings", "text", "findings", "text"]);
    }

    [Fact]
    public async Task Fix_Applied_ChangesTheText()
    {
        var editor =
            RenderEditor(PermissionsExample.ReadPolicy("111122223333").Replace("2012-10-17", "2012-10-18", StringComparison.Ordinal));

        await editor.InvokeAsync(() => editor.Instance.ApplyAsync(_findings.First(finding => finding.Edit is not null).Edit!));

        _text.ShouldBe(PermissionsExample.ReadPolicy("111122223333"));
        editor.Find("textarea").GetAttribute("value").ShouldBe(_text);
    }

    [Fact]
    public async Task Text_TooLong_IsSaidAloudAndNotRaised()
    {
        var editor = RenderEditor("{}");

        await editor.InvokeAsync(() => editor.Instance.OnTooLongAsync(version: 2));

        editor.Find("[role=alert]").TextContent.ShouldContain("too long");
        _text.ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_LongerThanAnyPolicy_IsNeitherCheckedNorRaisedWhoeverSendsIt()
    {
        var editor = RenderEditor("{}");
        var text = new string(' ', 100_000);

        await editor.InvokeAsync(() => editor.Instance.OnTypedAsync(text, version: 2));

        editor.Find("[role=alert]").TextContent.ShouldContain("too long");
        _text.ShouldBeEmpty();
        (await editor.Instance.CompleteAsync(text, 5)).ShouldBeEmpty();
        (await editor.Instance.FormatAsync(text)).ShouldBeNull();
    }

    [Fact]
    public void ReadOnly_Editor_CannotBeTypedInto() =>
        RenderEditor("{}", isReadOnly: true).Find("textarea").HasAttribute("readonly").ShouldBeTrue();

    [Fact]
    public void Text_ChangedByTheOwner_IsShownAndChecked()
    {
        var editor = RenderEditor("{");

        editor.Render(parameters => parameters.Add(p => p.Text, PermissionsExample.ReadPolicy("111122223333")));

        editor.Find("textarea").GetAttribute("value").ShouldBe(PermissionsExample.ReadPolicy("111122223333"));
        _findings.ShouldNotContain(finding => finding.Level == FindingLevel.Error);
    }

    [Fact]
    public async Task Completion_InAnAction_OffersActions()
    {
        var editor = RenderEditor("{}");
        var text = """{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:Get" }] }""";

        var items = await editor.Instance.CompleteAsync(text, text.IndexOf("s3:Get", StringComparison.Ordinal) + 6);

        items.ShouldContain(item => item.Label == "s3:GetObject");
    }

    [Theory]
    [InlineData("{", null)]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[]}", "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": []\n}")]
    public async Task Format_OfAText_LaysOutPoliciesOnly(string text, string? expected) =>
        (await RenderEditor("{}").Instance.FormatAsync(text)).ShouldBe(expected);

    private IRenderedComponent<PolicyEditor> RenderEditor(string text, bool isReadOnly = false) => Render<PolicyEditor>(editor => editor
        .Add(p => p.Text, text)
        .Add(p => p.TextChanged, changed =>
        {
            _text = changed;
            _order.Add("text");
        })
        .Add(p => p.Kind, PolicyKind.AccessPoint)
        .Add(p => p.Label, Label)
        .Add(p => p.IsReadOnly, isReadOnly)
        .Add(p => p.FindingsChanged, findings =>
        {
            _findings = findings;
            _order.Add("findings");
        }));
}
