namespace Mrap.Web.Configuration;

/// <summary>Where everything is kept: <c>Sandbox:DataDirectory</c>, relative to the current directory.</summary>
public static class DataDirectory
{
    public const string Setting = "Sandbox:DataDirectory";

    private const string Default = "data";

    /// <summary>The full path.</summary>
    public static string Of(IConfiguration configuration)
    {
        var setting = configuration[Setting];
        return Path.GetFullPath(string.IsNullOrWhiteSpace(setting) ? Default : setting);
    }

    /// <summary>Makes the directory and proves that it can be written; a <see cref="SettingException"/> names the setting if not.</summary>
    public static void Prepare(IConfiguration configuration)
    {
        var path = configuration[Setting] ?? Default;
        try
        {
            path = Of(configuration);
            OwnerOnly.MakeDirectory(path);
            var probe = Path.Combine(path, $".probe-{Environment.ProcessId}");
            using (File.Create(probe, bufferSize: 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingException($"{Setting}: the directory `{path}` cannot be written ({FirstSentence(fault.Message)}).", fault);
        }
    }

    private static string FirstSentence(string message) => message.Split('\n')[0].TrimEnd('.', ' ', '\r');
}
