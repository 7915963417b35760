namespace Mrap.Architecture;

/// <summary>What a pure room may not refer to.</summary>
internal static class ImpureMembers
{
    private static readonly string[] s_types =
    [
        "System.Random", "System.Console", "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream",
        "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.Path", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
        "System.Diagnostics.Trace", "System.Diagnostics.Debugger", "System.Threading.Timer", "System.Threading.Thread",
        "System.TimeZoneInfo",
        "System.AppContext", "System.Security.Cryptography.RandomNumberGenerator",
    ];

    private static readonly string[] s_namespaces =
    [
        "Microsoft.Extensions.", "System.Net.Http.", "System.Net.Sockets.", "System.Data.", "Microsoft.Data.", "Microsoft.AspNetCore.",
        "System.Timers.",
    ];

    private static readonly string[] s_members =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.TimeProvider.get_System",
        "System.Threading.Tasks.Task.Delay", "System.Threading.Tasks.Task.Run", "System.Globalization.CultureInfo.get_CurrentCulture",
        "System.Globalization.CultureInfo.get_CurrentUICulture",
    ];

    /// <summary>Whether a type may not be referred to at all.</summary>
    public static bool IsForbiddenType(string type) =>
        s_types.Contains(type) || s_namespaces.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>
    /// Whether a member may not be referred to, though its type may. Iterators ask for their thread: the compiler writes that.
    /// </summary>
    public static bool IsForbiddenMember(string member) =>
        s_members.Contains(member)
        || (
            member.StartsWith("System.Environment.", StringComparison.Ordinal)
                && member != "System.Environment.get_CurrentManagedThreadId");
}
