using Microsoft.JSInterop;
using Mrap.Core.AccessPoints.Drafts;

namespace Mrap.Web.Components.AccessPoints.Create;

/// <summary>Keeps the draft in the browser, so that a reload or another day resumes it.</summary>
public sealed class DraftStore(IJSRuntime js)
{
    private const string Key = "mrap.create-draft";

    /// <summary>The draft kept, or null. A browser that keeps nothing has none.</summary>
    public async Task<CreateDraft?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return DraftText.Read(await js.InvokeAsync<string?>("localStorage.getItem", cancellationToken, Key));
        }
        catch (JSException)
        {
            return null;
        }
    }

    public async Task WriteAsync(CreateDraft draft, CancellationToken cancellationToken)
    {
        try
        {
            await (draft.HasContent
                ? js.InvokeVoidAsync("localStorage.setItem", cancellationToken, Key, DraftText.Write(draft))
                : js.InvokeVoidAsync("localStorage.removeItem", cancellationToken, Key));
        }
        catch (JSException)
        {
            // A browser that refuses storage loses the draft on a reload and nothing else.
        }
    }
}
