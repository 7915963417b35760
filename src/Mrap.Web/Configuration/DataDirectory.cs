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
}
