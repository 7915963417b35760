using Mrap.Sandbox.Configuration;
using Mrap.Web.Configuration;
using Mrap.Web.Data.Startup;

namespace Mrap.Web.Hosting;

/// <summary>Readies the data directory before anything is read from it.</summary>
public static class DataDirectoryStart
{
    /// <summary>
    /// Makes the directory, its owner's alone like the console's database in it, and proves that it can be written; a
    /// <see cref="SettingException"/> names the setting if not.
    /// </summary>
    public static void Prepare(IConfiguration configuration)
    {
        var path = configuration[DataDirectory.Setting];
        try
        {
            path = DataDirectory.Of(configuration);
            var database = StateStart.PathOf(configuration);
            OwnerOnly.MakeDirectory(path);
            OwnerOnly.MakeDirectory(Path.GetDirectoryName(database)!);
            OwnerOnly.MakeFile(database);
            var probe = Path.Combine(path, $".probe-{Environment.ProcessId}");
            using (File.Create(probe, bufferSize: 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingException(
                $"{DataDirectory.Setting}: the directory `{path}` cannot be written ({FirstSentence(fault.Message)}).", fault);
        }
    }

    private static string FirstSentence(string message) => message.Split('\n')[0].TrimEnd('.', ' ', '\r');
}
