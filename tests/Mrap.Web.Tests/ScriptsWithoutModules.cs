using Microsoft.JSInterop;

namespace Mrap.Web.Tests;

/// <summary>Scripts of which no module can be loaded, so that policies stay in their plain field.</summary>
internal sealed class ScriptsWithoutModules(IJSRuntime scripts) : IJSRuntime
{
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
        identifier == "import" ? throw new JSException("not here") : scripts.InvokeAsync<TValue>(identifier, args);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        identifier == "import" ? throw new JSException("not here") : scripts.InvokeAsync<TValue>(identifier, cancellationToken, args);
}
