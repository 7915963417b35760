using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Syntax;

namespace Mrap.Web.Components.Policies;

/// <summary>The code editor in the browser. Calls to one that is gone, with its page, do nothing.</summary>
internal sealed class CodeEditor : IAsyncDisposable
{
    private readonly IJSObjectReference _module;
    private readonly IJSObjectReference _editor;
    private (string Label, bool IsReadOnly)? _configured;
    private ImmutableArray<TextSpan> _highlighted = [];

    private CodeEditor(IJSObjectReference module, IJSObjectReference editor)
    {
        _module = module;
        _editor = editor;
    }

    /// <summary>Puts the editor in the place of the plain field; null where it cannot be loaded.</summary>
    /// <param name="ended">Ends with the owner, which can then no longer be handed to the browser: null, too.</param>
    public static async Task<CodeEditor?> OpenAsync(
        IJSRuntime script, ElementReference root, DotNetObjectReference<PolicyEditor> owner, object options, CancellationToken ended)
    {
        try
        {
            // What the browser has begun to make is awaited even then: nobody else could let go of it.
            var module = await script.InvokeAsync<IJSObjectReference>("import", CancellationToken.None, "./js/policy-editor.js");
            if (ended.IsCancellationRequested)
            {
                await SafelyAsync(module.DisposeAsync());
                return null;
            }

            return new CodeEditor(
                module, await module.InvokeAsync<IJSObjectReference>("create", CancellationToken.None, root, owner, options));
        }
        catch (Exception missing) when (missing is JSException or JSDisconnectedException or TaskCanceledException)
        {
            return null;
        }
    }

    public Task FocusAsync() => CallAsync("focus");

    /// <summary>Hands over what was typed since the last pause.</summary>
    public Task FlushAsync() => CallAsync("flush");

    public Task GoToAsync(TextSpan span) => CallAsync("goTo", Place(span));

    public Task ReplaceAsync(TextSpan span, string text) => CallAsync("replace", Place(span), text);

    public Task WriteAsync(string text) => CallAsync("write", text);

    /// <summary>Marks findings, unless the text has become another than the version that they are about; 0 is any.</summary>
    public Task ShowAsync(ImmutableArray<Finding> findings, int version) => CallAsync("show", version, findings.Select(EditorFinding.Of));

    public Task ConfigureAsync(string label, bool isReadOnly)
    {
        if (_configured == (label, isReadOnly))
        {
            return Task.CompletedTask;
        }

        _configured = (label, isReadOnly);
        return CallAsync("configure", label, isReadOnly);
    }

    public Task HighlightAsync(IReadOnlyList<TextSpan> spans)
    {
        if (_highlighted.SequenceEqual(spans))
        {
            return Task.CompletedTask;
        }

        _highlighted = [.. spans];
        return CallAsync("light", spans.Select(Place));
    }

    public async ValueTask DisposeAsync()
    {
        await CallAsync("dispose");
        await SafelyAsync(_editor.DisposeAsync());
        await SafelyAsync(_module.DisposeAsync());
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

    private Task CallAsync(string name, params object?[] arguments) => SafelyAsync(_editor.InvokeVoidAsync(name, arguments));
}
