namespace Mrap.Web.Browser;

/// <summary>Programs that the tests need. Where one is missing the test is skipped and says so; under <c>CI=true</c> it fails instead.</summary>
internal static class Needs
{
    public static string Chromium => Find("Chromium", Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "chromium", "chromium-browser", "google-chrome");

    /// <summary>Debian's AWS CLI, which brings the native signer; any other only when that is not there.</summary>
    public static string AwsCli => Find("AWS CLI", "/usr/bin/aws", "aws");

    public static string Bash => Find("bash", "/bin/bash", "bash");

    private static string Find(string name, params string?[] candidates)
    {
        if (candidates.Select(Locate).FirstOrDefault(path => path is not null) is { } found)
        {
            return found;
        }

        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail($"{name} is missing, and nothing may be skipped when CI=true");
        }

        Assert.Skip($"{name} is missing");
        return string.Empty;
    }

    private static string? Locate(string? candidate)
    {
        if (string.IsNullOrEmpty(candidate))
        {
            return null;
        }

        if (Path.IsPathRooted(candidate))
        {
            return File.Exists(candidate) ? candidate : null;
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, candidate))
            .FirstOrDefault(File.Exists);
    }
}
