using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Policy.Text;

namespace Mrap.Sandbox.Admin;

/// <summary>
/// The sandbox's own control interface below <c>/_sandbox</c>: JSON, for loopback callers only, never for pages of another origin.
/// </summary>
internal sealed class AdminInterface(IEnumerable<IAdminOperations> groups)
{
    private readonly ImmutableArray<AdminOperation> _operations = [.. groups.SelectMany(group => group.Operations)];

    /// <summary>Answers a request.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="path">The path below <c>/_sandbox/</c>, as it came; empty for the list of all operations.</param>
    public Task ServeAsync(HttpContext http, string path)
    {
        var call = new AdminCall(http, string.Empty);
        if (!OriginCheck.Allows(http.Request))
        {
            return call.ProblemAsync(403, "this interface answers loopback callers only, and no page of another origin");
        }

        var method = http.Request.Method;
        if (path.Length == 0 && HttpMethods.IsGet(method))
        {
            return ListAsync(call);
        }

        foreach (var operation in _operations)
        {
            if (operation.Method == method && operation.Match(path) is { } argument)
            {
                return operation.Handler(call with { Argument = argument });
            }
        }

        return call.ProblemAsync(
            404, $"there is no {DisplayText.Truncate(method)} /_sandbox/{DisplayText.Truncate(path)}; GET /_sandbox/ lists what there is");
    }

    private Task ListAsync(AdminCall call) => call.JsonAsync(
        _operations.Select(
            operation => new
            {
                method = operation.Method,
                path = $"/_sandbox/{operation.Path}{(operation.Path.EndsWith('/') ? "{…}" : string.Empty)}",
                does = operation.Summary,
            }));
}
