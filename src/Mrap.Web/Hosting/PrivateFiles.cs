using System.Runtime.InteropServices;

namespace Mrap.Web.Hosting;

/// <summary>Keeps what the process writes to its owner: files get the mode 0600, folders 0700. On Windows nothing is to be done.</summary>
internal static class PrivateFiles
{
    private const uint GroupAndOthers = 0b000_111_111;

    /// <summary>Sets it for every file from now on, those of libraries among them. Called before anything is written.</summary>
    public static void Enforce()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetMask(GroupAndOthers);
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint SetMask(uint mask);
}
