using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Completion;
using Mrap.Policy.Editing;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Web.Components.Policies;

/// <summary>
/// A policy's text with line numbers, colours, completion and findings. It is a plain text field until the code editor is
/// there, and stays one when that cannot be loaded.
/// </summary>
public sealed partial class PolicyEditor : IAsyncDisposable
{
    // A policy has at most 20,480 bytes; what is typed while shortening a longer one must still go through.
    private const int MaxText = 65_536;

    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly DotNetObjectReference<PolicyEditor> _self;
    private ElementReference _root;
    private CodeEditor? _code;
    private string _text = string.Empty;
    private string _shown = string.Empty;
    private int _version;
    private bool _isTooLong;
    private bool _couldNotLoad;

    public PolicyEditor()
    {
        _self = DotNetObjectReference.Create(this);
        using var parameters = CreateRegisterScope();
        parameters.RegisterParameter<string>(nameof(Text)).WithParameter(() => Text!).WithChangeHandler(() => Post(TakeAsync));
        parameters.RegisterParameter<PolicyKind>(nameof(Kind)).WithParameter(() => Kind).WithChangeHandler(OnContext);
        parameters.RegisterParameter<CheckContext>(nameof(Context)).WithParameter(() => Context).WithChangeHandler(OnContext);
    }

    [Inject]
    public required IJSRuntime Script { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Text { get; set; }

    /// <summary>Raised with the whole text once the writer pauses.</summary>
    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

    /// <summary>Where the policy is attached.</summary>
    [Parameter]
    [EditorRequired]
    public required PolicyKind Kind { get; set; }

    /// <summary>What the checks know of the context.</summary>
    [Parameter]
    public CheckContext Context { get; set; } = CheckContext.None;

    /// <summary>What completion knows of the context.</summary>
    [Parameter]
    public CompletionContext Completion { get; set; } = CompletionContext.None;

    [Parameter]
    public bool IsReadOnly { get; set; }

    /// <summary>Stretches to light: the statement that decided.</summary>
    [Parameter]
    public IReadOnlyList<TextSpan> Highlighted { get; set; } = [];

    /// <summary>The accessible name.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>Raised with the findings of each text, also of the first.</summary>
    [Parameter]
    public EventCallback<ImmutableArray<Finding>> FindingsChanged { get; set; }

    /// <summary>Raised when Ctrl+S is pressed in the editor, after the text was handed over.</summary>
    [Parameter]
    public EventCallback OnSave { get; set; }

    /// <summary>What is wrong with the text as it stands.</summary>
    public ImmutableArray<Finding> Findings { get; private set; } = [];

    private string HintId => $"policy-hint-{_id}";

    /// <summary>Puts the cursor on a stretch of the text.</summary>
    public Task GoToAsync(TextSpan span) => _code?.GoToAsync(span) ?? Task.CompletedTask;

    /// <summary>Puts the cursor into the text.</summary>
    public Task FocusAsync() => _code?.FocusAsync() ?? Task.CompletedTask;

    /// <summary>Makes an offered change. It can be undone in the editor.</summary>
    public Task ApplyAsync(FindingEdit edit) =>
        _code is not null ? _code.ReplaceAsync(edit.Span, edit.Replacement) : WriteAsync(edit.ApplyTo(_text));

    /// <summary>Puts another text in the place of all that is there. It can be undone in the editor.</summary>
    public async Task WriteAsync(string text)
    {
        text = text.ReplaceLineEndings("\n");
        if (_code is not null)
        {
            await _code.WriteAsync(text);
            return;
        }

        Put(text);
        await CheckAsync(version: 0);
        StateHasChanged();
        await HandOverAsync(text);
    }

    /// <summary>Hands over what was typed since the last pause.</summary>
    public Task FlushAsync() => _code?.FlushAsync() ?? Task.CompletedTask;

    [JSInvokable]
    public async Task OnTypedAsync(string text, int version)
    {
        if (text.Length > MaxText)
        {
            await OnTooLongAsync(version);
            return;
        }

        _isTooLong = false;
        var isOther = text != _text;
        _text = text;
        await CheckAsync(version);
        StateHasChanged();
        if (isOther)
        {
            await HandOverAsync(text);
        }
    }

    [JSInvokable]
    public async Task OnTooLongAsync(int version)
    {
        _isTooLong = true;
        await ShowAsync([], version);
        StateHasChanged();
    }

    [JSInvokable]
    public Task OnSaveAsync() => OnSave.InvokeAsync();

    [JSInvokable]
    public Task<IEnumerable<EditorCompletion>> CompleteAsync(string text, int offset) =>
        Task.FromResult(text.Length > MaxText ? [] : PolicyCompletion.At(text, offset, Kind, Completion).Select(EditorCompletion.Of));

    [JSInvokable]
    public Task<string?> FormatAsync(string text) => Task.FromResult(text.Length > MaxText ? null : PolicyFormat.Of(text));

    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (_code is not null)
        {
            await _code.DisposeAsync();
        }

        _self.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        Put(Text.ReplaceLineEndings("\n"));
        return CheckAsync(version: 0);
    }

    protected override Task OnParametersSetAsync() => ConfigureAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        var version = _version;
        var options = new { label = Label, text = _text, isReadOnly = IsReadOnly, hintId = HintId };
        _code = await CodeEditor.OpenAsync(Script, _root, _self, options, Ended);
        _couldNotLoad = _code is null;
        if (IsEnded)
        {
            await DisposeAsync();
            return;
        }

        if (version != _version && _code is not null)
        {
            await _code.WriteAsync(_text);
        }

        await ConfigureAsync();
        await ShowAsync(Findings, version: 0);
        StateHasChanged();
    }

    // What was typed is never written back, or letters typed while an earlier text is on its way would be lost.
    private async Task TakeAsync()
    {
        var text = Text.ReplaceLineEndings("\n");
        if (text != _text)
        {
            Put(text);
            await (_code?.WriteAsync(text) ?? Task.CompletedTask);
            await CheckAsync(version: 0);
        }
    }

    private void Put(string text)
    {
        (_text, _shown) = (text, text);
        _version++;
    }

    private void OnContext() => Post(() => CheckAsync(version: 0));

    private Task OnPlainAsync(ChangeEventArgs change) =>
        OnTypedAsync((change.Value as string ?? string.Empty).ReplaceLineEndings("\n"), version: 0);

    // Comes after the findings are shown, because who takes the text may work long with it, as running all test cases does.
    private Task HandOverAsync(string text) => text == _text && !IsEnded ? TextChanged.InvokeAsync(text) : Task.CompletedTask;

    private async Task ConfigureAsync()
    {
        if (_code is not null)
        {
            await _code.ConfigureAsync(Label, IsReadOnly);
            await _code.HighlightAsync(Highlighted);
        }
    }

    private Task CheckAsync(int version) =>
        ShowAsync(string.IsNullOrWhiteSpace(_text) ? [] : PolicyChecks.Check(_text, Kind, Context), version);

    private async Task ShowAsync(ImmutableArray<Finding> findings, int version)
    {
        Findings = findings;
        await (_code?.ShowAsync(findings, version) ?? Task.CompletedTask);
        await FindingsChanged.InvokeAsync(findings);
    }
}
