using Mrap.Policy.Actions;

namespace Mrap.Core.Simulation;

/// <summary>What an action works on.</summary>
public static class ActionTarget
{
    /// <summary>Whether it works on objects, so that a request needs a key.</summary>
    public static bool IsObject(string action) => S3Actions.Find(action) is { } known
        ? known.WorksOn("object")
        : action.Contains("Object", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it works on no bucket and no object, so that only the resource <c>*</c> grants it.</summary>
    public static bool IsAccountWide(string action) =>
        S3Actions.Find(action) is { } known && !known.WorksOn("object") && !known.WorksOn("bucket");

    /// <summary>Whether it can be sent through an access point.</summary>
    public static bool CanGoThrough(string action) =>
        S3Actions.Find(action) is not { } known
            || known.WorksOn("accesspointobject")
            || (known.WorksOn("accesspoint") && known.WorksOn("bucket"));

    /// <summary>The ARN that a request for an action names.</summary>
    /// <param name="resource">The ARN of the bucket or access point.</param>
    /// <param name="isAccessPoint">Whether the resource is an access point, whose objects stand behind <c>/object/</c>.</param>
    public static string ArnOf(string resource, string action, string key, bool isAccessPoint) =>
        IsAccountWide(action) ? "*" : IsObject(action) ? $"{resource}{(isAccessPoint ? "/object/" : "/")}{key}" : resource;
}
