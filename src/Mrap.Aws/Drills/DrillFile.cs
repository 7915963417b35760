using System.Collections.Immutable;
using System.Text;
using Mrap.Core.Drills;
using Mrap.Core.Routing;

namespace Mrap.Aws.Drills;

/// <summary>Reads drills from YAML; the format is told in <c>docs/drills/README.md</c>.</summary>
public static class DrillFile
{
    /// <summary>The largest file in bytes of UTF-8: 256 KiB.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Reads a drill.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="routes">The routes of the access point, to check Regions and dials against; null when they are not known.</param>
    /// <returns>The plan, or every fault with its line. When the text is not YAML, that is the only one.</returns>
    public static DrillFileResult Read(string yaml, RouteTable? routes = null)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        if (Encoding.UTF8.GetByteCount(yaml) > MaxBytes)
        {
            return Failed(new DrillFileFault(1, "the file is larger than 256 KiB"));
        }

        var (root, fault) = YamlTree.Read(yaml);
        if (root is null)
        {
            return Failed(fault!);
        }

        var reader = new DraftReader();
        var result = DrillPlan.Create(reader.Read(root), routes);
        var faults = reader.Faults.Concat(result.Faults.Where(found => !reader.IsMisshapen(found.Path)).Select(reader.Locate))
            .OrderBy(found => found.Line)
            .ToImmutableArray();
        return faults.IsEmpty ? new DrillFileResult(result.Plan, []) : new DrillFileResult(Plan: null, faults);
    }

    private static DrillFileResult Failed(DrillFileFault fault) => new(Plan: null, [fault]);
}
