using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Mrap.Policy.Model;
using Mrap.Web.Components.Policies;

namespace Mrap.Web.Tests.Permissions;

/// <summary>What happens to a policy's text while its code editor is being opened.</summary>
public sealed class PolicyEditorOpeningTests() : PageContext(services => services.AddSingleton<IJSRuntime, SlowEditor>())
{
    private SlowEditor Browser => (SlowEditor)Services.GetRequiredService<IJSRuntime>();

    [Fact]
    public async Task Text_WrittenMeanwhile_IsInTheEditor()
    {
        var editor = RenderEditor();

        await editor.InvokeAsync(() => editor.Instance.WriteAsync("{}"));
        Browser.Opened.SetResult();

        editor.WaitForAssertion(() => Browser.Written.ShouldBe(["{}"]));
    }

    [Fact]
    public async Task Text_GivenMeanwhile_IsInTheEditor()
    {
        var editor = RenderEditor();

        editor.Render(parameters => parameters.Add(p => p.Text, "[]"));
        await editor.InvokeAsync(() => Task.CompletedTask);
        Browser.Opened.SetResult();

        editor.WaitForAssertion(() => Browser.Written.ShouldBe(["[]"]));
    }

    // The field's text goes with the editor when it is opened; writing it again would lose the letters typed since.
    [Fact]
    public async Task Text_TypedMeanwhile_IsNotWrittenAgain()
    {
        var editor = RenderEditor();

        editor.Find("textarea").Input("{");
        Browser.Opened.SetResult();
        editor.WaitForAssertion(() => editor.Markup.ShouldContain("leaves the editor"));
        await editor.InvokeAsync(() => editor.Instance.WriteAsync("{}"));

        Browser.Written.ShouldBe(["{}"]);
    }

    // A reference to a component that is gone cannot be handed to the browser.
    [Fact]
    public async Task Editor_GoneBeforeItsModuleIsThere_IsNotMade()
    {
        Browser.Imported = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        RenderEditor();

        await DisposeComponentsAsync();
        Browser.Imported.SetResult();
        var first = await Task.WhenAny(Browser.LetGo.Task, Renderer.UnhandledException);

        first.ShouldBe(Browser.LetGo.Task);
        Browser.HasMade.ShouldBeFalse();
    }

    private IRenderedComponent<PolicyEditor> RenderEditor() => Render<PolicyEditor>(
        editor => editor.Add(p => p.Text, string.Empty).Add(p => p.Kind, PolicyKind.AccessPoint).Add(p => p.Label, "Policy"));

    /// <summary>A browser in which the code editor opens when it is told to.</summary>
    private sealed class SlowEditor : IJSRuntime, IJSObjectReference
    {
        public TaskCompletionSource? Imported { get; set; }

        public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool HasMade { get; private set; }

        public List<string> Written { get; } = [];

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            switch (identifier)
            {
                case "import" when Imported is not null:
                    await Imported.Task;
                    break;
                case "create":
                    HasMade = ((DotNetObjectReference<PolicyEditor>)args![1]!).Value is not null;
                    await Opened.Task;
                    break;
                case "write":
                    Written.Add((string)args![0]!);
                    break;
            }

            return this is TValue self ? self : default!;
        }

        public ValueTask DisposeAsync()
        {
            LetGo.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
