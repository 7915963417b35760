using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mrap.Policy.Checks;
using Mrap.Policy.Completion;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;
using Mrap.Web.Policies;

namespace Mrap.Web.Components.Policies;

/// <summary>
/// A policy's text with line numbers, colours, completion and findings. It is a plain text field until the code editor is
/// there, and stays one when that cannot be loaded.
/// </summary>
public sealed partial class PolicyEditor : IAsyncDisposable
{
    // A policy has at most 20,480 bytes; what is typed while shortening a longer one must still go through.
    private const int MaxPlain = 65_536;

    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly DotNetObjectReference<PolicyEditor> _self;
    private ElementReference _root;
    private IJSObjectReference? _module;
    private IJSObjectReference? _handle;
    private string? _given;
    private string _text = string.Empty;
    private string _shown = string.Empty;
    private int _version;
    private CheckContext? _checkedIn;
    private PolicyKind? _checkedAs;
    private IReadOnlyList<TextSpan>? _lit;
    private (string Label, bool IsReadOnly)? _configured;
    private bool _isTooLong;
    private bool _couldNotLoad;
    private bool _isGone;

    public PolicyEditor() => _self = DotNetObjectReference.Create(this);

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

    /// <summary>What the checks know of the surroundings.</summary>
    [Parameter]
    public CheckContext Context { get; set; } = CheckContext.None;

    /// <summary>What completion knows of the surroundings.</summary>
    [Parameter]
    public CompletionContext Completion { get; set; } = CompletionContext.None;

    [Parameter]
    public bool IsReadOnly { get; set; }

    /// <summary>Stretches to light: the statement that decided.</summary>
    [Parameter]
    public IReadOnlyList<TextSpan> Lit { get; set; } = [];

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
    public async Task GoToAsync(TextSpan span)
    {
        if (_handle is not null)
        {
            await SafelyAsync(_handle.InvokeVoidAsync("goTo", Place(span)));
        }
    }

    /// <summary>Puts the cursor into the text.</summary>
    public Task FocusAsync() => _handle is null ? Task.CompletedTask : SafelyAsync(_handle.InvokeVoidAsync("focus"));

    /// <summary>Makes an offered change. It can be undone in the editor.</summary>
    public async Task ApplyAsync(FindingEdit edit)
    {
        if (_handle is not null)
        {
            await SafelyAsync(_handle.InvokeVoidAsync("replace", Place(edit.Span), edit.Replacement));
            return;
        }

        await WriteAsync(string.Concat(_text.AsSpan(0, edit.Span.Start), edit.Replacement, _text.AsSpan(edit.Span.End)));
    }

    /// <summary>Puts another text in the place of all that is there. It can be undone in the editor.</summary>
    public async Task WriteAsync(string text)
    {
        text = text.ReplaceLineEndings("\n");
        if (_handle is not null)
        {
            await SafelyAsync(_handle.InvokeVoidAsync("write", text));
            return;
        }

        (_text, _shown) = (text, text);
        _version++;
        await TextChanged.InvokeAsync(text);
        await CheckAsync(version: 0);
        StateHasChanged();
    }

    /// <summary>Hands over what was typed since the last pause.</summary>
    public Task FlushAsync() => _handle is null ? Task.CompletedTask : SafelyAsync(_handle.InvokeVoidAsync("flush"));

    [JSInvokable]
    public async Task OnTypedAsync(string text, int version)
    {
        _isTooLong = false;
        if (text != _text)
        {
            _text = text;
            await TextChanged.InvokeAsync(text);
        }

        await CheckAsync(version);
        StateHasChanged();
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
        Task.FromResult(PolicyCompletion.At(text, offset, Kind, Completion).Select(EditorCompletion.Of));

    [JSInvokable]
    public Task<string?> FormatAsync(string text) => Task.FromResult(PolicyFormat.Of(text));

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        if (_handle is not null)
        {
            await SafelyAsync(_handle.InvokeVoidAsync("dispose"));
            await SafelyAsync(_handle.DisposeAsync());
        }

        if (_module is not null)
        {
            await SafelyAsync(_module.DisposeAsync());
        }

        _self.Dispose();
    }

    // What was typed is never written back, or letters typed while an earlier text is on its way would be lost.
    protected override async Task OnParametersSetAsync()
    {
        var isOther = false;
        if (Text != _given)
        {
            _given = Text;
            var text = Text.ReplaceLineEndings("\n");
            isOther = text != _text;
            if (isOther)
            {
                (_text, _shown) = (text, text);
                _version++;
            }
        }

        if (isOther && _handle is not null)
        {
            await SafelyAsync(_handle.InvokeVoidAsync("write", _text));
        }

        if (isOther || _checkedAs != Kind || !ReferenceEquals(_checkedIn, Context))
        {
            await CheckAsync(version: 0);
        }

        await ConfigureAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _module = await Script.InvokeAsync<IJSObjectReference?>("import", "./js/policy-editor.js");
            _handle = _module is null ? null : await _module.InvokeAsync<IJSObjectReference?>("create", _root, _self, new { label = Label, text = _text, isReadOnly = IsReadOnly, hintId = HintId });
        }
        catch (JSException)
        {
            _couldNotLoad = true;
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException)
        {
            return;
        }

        if (_isGone)
        {
            await DisposeAsync();
            return;
        }

        _lit = null;
        _configured = null;
        await ConfigureAsync();
        await ShowAsync(Findings, version: 0);
        StateHasChanged();
    }

    private static EditorSpan Place(TextSpan span) => new(span.Start, span.Length);

    private static async Task SafelyAsync(ValueTask call)
    {
        try
        {
            await call;
        }
        catch (Exception gone) when (gone is JSDisconnectedException or JSException or TaskCanceledException or ObjectDisposedException)
        {
            // The page is gone, and the editor with it.
        }
    }

    private async Task OnPlainAsync(ChangeEventArgs change)
    {
        _text = (change.Value as string ?? string.Empty).ReplaceLineEndings("\n");
        await TextChanged.InvokeAsync(_text);
        await CheckAsync(version: 0);
    }

    private async Task ConfigureAsync()
    {
        if (_handle is null)
        {
            return;
        }

        if (_configured != (Label, IsReadOnly))
        {
            _configured = (Label, IsReadOnly);
            await SafelyAsync(_handle.InvokeVoidAsync("configure", Label, IsReadOnly));
        }

        if (_lit is null || !_lit.SequenceEqual(Lit))
        {
            _lit = [.. Lit];
            await SafelyAsync(_handle.InvokeVoidAsync("light", _lit.Select(Place)));
        }
    }

    private async Task CheckAsync(int version)
    {
        (_checkedIn, _checkedAs) = (Context, Kind);
        await ShowAsync(string.IsNullOrWhiteSpace(_text) ? [] : PolicyChecks.Check(_text, Kind, Context), version);
    }

    private async Task ShowAsync(ImmutableArray<Finding> findings, int version)
    {
        Findings = findings;
        if (_handle is not null)
        {
            await SafelyAsync(_handle.InvokeVoidAsync("show", version, findings.Select(EditorFinding.Of)));
        }

        await FindingsChanged.InvokeAsync(findings);
    }
}
