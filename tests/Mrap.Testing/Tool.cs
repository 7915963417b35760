using System.Diagnostics;
using Xunit;

namespace Mrap.Testing;

/// <summary>A program a test needs. Where it is missing the test is skipped and says so; under <c>CI=true</c> it fails instead.</summary>
public static class Tool
{
    private static readonly Lazy<string> s_awsCli = new(() =>
    {
        var cli = Find("AWS CLI", "/usr/bin/aws", "aws");
        Require(Output(cli, "--version").StartsWith("aws-cli/2.", StringComparison.Ordinal), "AWS CLI version 2");
        return cli;
    });

    private static readonly Lazy<string> s_python = new(() =>
    {
        var python = Find("Python", "/usr/bin/python3", "python3");
        Require(Output(python, "-c", "import boto3, awscrt; print('there')") == "there", "boto3 with awscrt");
        return python;
    });

    /// <summary>Debian's AWS CLI, which brings the native signer; any other only when that is not there.</summary>
    public static string AwsCli => s_awsCli.Value;

    /// <summary>Debian's Python, to which its boto3 and its native signer belong.</summary>
    public static string Python => s_python.Value;

    /// <summary>
    /// Chromium: the one that <c>CHROMIUM_PATH</c> names, or one on the path; the one without windows, which is quicker, before others.
    /// </summary>
    public static string Chromium =>
        Find(
            "Chromium", Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? string.Empty, "chromium-headless-shell", "chromium",
            "chromium-browser", "google-chrome");

    /// <summary>Node.js.</summary>
    public static string Node => Find("Node.js", "node");

    /// <summary>The shell that scripts are written for.</summary>
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

    private static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true
            })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Trim();
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
            : candidate.Length == 0 ? null
            : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, candidate))
                .FirstOrDefault(File.Exists);
}
