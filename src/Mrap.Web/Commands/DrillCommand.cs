using System.CommandLine;

namespace Mrap.Web.Commands;

/// <summary>The command <c>drill</c>, which groups those about drills.</summary>
internal static class DrillCommand
{
    /// <summary>Makes it.</summary>
    /// <param name="targets">What commands read.</param>
    public static Command Create(CommandTargets targets) =>
        new("drill", "Rehearses the loss of Regions and failovers against a running sandbox.") { DrillRunCommand.Create(targets.Files) };
}
