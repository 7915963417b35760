using Mrap.Web.Hosting;

namespace Mrap.Web.Commands;

/// <summary>What commands start and read.</summary>
/// <param name="Console">Runs the console with its settings until it is stopped.</param>
/// <param name="Sandbox">Runs the sandbox alone with its settings until it is stopped.</param>
/// <param name="Files">Opens the files named on the command line.</param>
internal sealed record CommandTargets(CommandTargets.Run Console, CommandTargets.Run Sandbox, CaseFiles Files)
{
    /// <summary>Runs a server.</summary>
    /// <param name="settings">Its settings in the forms that ASP.NET Core reads from a command line.</param>
    /// <param name="output">Where its addresses go.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal delegate Task Run(string[] settings, TextWriter output, CancellationToken cancellationToken);

    /// <summary>Those of the process.</summary>
    public static CommandTargets OfProcess() => new(
        ConsoleProcess.RunAsync,
        SandboxProcess.RunAsync,
        new CaseFiles(System.Console.OpenStandardInput, Environment.GetEnvironmentVariable("PWD")));
}
