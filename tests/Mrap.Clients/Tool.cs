namespace Mrap.Clients;

/// <summary>A program a test needs. Where it is missing the test is skipped and says so; under <c>CI=true</c> it fails instead.</summary>
internal static class Tool
{
    /// <summary>Debian's AWS CLI, which brings the native signer; any other only when that is not there.</summary>
    public static string AwsCli => Find("AWS CLI", "/usr/bin/aws", "aws");

    /// <summary>Debian's Python, to which its boto3 belongs.</summary>
    public static string Python => Find("Python", "/usr/bin/python3", "python3");

    public static string Node => Find("Node.js", "node");

    public static string Bash => Find("bash", "/bin/bash", "bash");

    /// <summary>Skips, or fails under CI, for want of something that is not a program.</summary>
    public static void Require(bool isThere, string what)
    {
        if (isThere)
        {
            return;
        }

        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail($"{what} is missing, and nothing may be skipped when CI=true");
        }

        Assert.Skip($"{what} is missing");
    }

    private static string Find(string name, params string[] candidates)
    {
        var found = candidates.Select(Locate).FirstOrDefault(path => path is not null);
        Require(found is not null, name);
        return found!;
    }

    private static string? Locate(string candidate) =>
        Path.IsPathRooted(candidate)
            ? File.Exists(candidate) ? candidate : null
            : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, candidate))
                .FirstOrDefault(File.Exists);
}
