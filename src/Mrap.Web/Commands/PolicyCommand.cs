using System.CommandLine;

namespace Mrap.Web.Commands;

/// <summary>The command <c>policy</c>, which groups those about policies.</summary>
internal static class PolicyCommand
{
    /// <summary>Makes it.</summary>
    /// <param name="targets">What commands start and read.</param>
    public static Command Create(CommandTargets targets) =>
        new("policy", "Tests policies without AWS and without a server.") { PolicyTestCommand.Create(targets.Files) };
}
