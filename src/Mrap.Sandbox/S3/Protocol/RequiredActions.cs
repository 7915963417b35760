using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.S3.Protocol;

/// <summary>The actions that a request needs, all on the same resource.</summary>
/// <param name="First">The action that names the operation; null when the operation needs none.</param>
/// <param name="Second">A further action; null when there is none.</param>
/// <param name="Third">A further action; null when there is none.</param>
internal readonly record struct RequiredActions(string? First, string? Second = null, string? Third = null)
{
    /// <summary>No action: what S3 lets anyone do, and what is not served.</summary>
    public static Func<HttpRequest, RequiredActions> None { get; } = static _ => default;

    /// <summary>One action, whatever the request carries.</summary>
    public static Func<HttpRequest, RequiredActions> Always(string action)
    {
        var actions = new RequiredActions(action);
        return _ => actions;
    }
}
