using System.Collections.Immutable;
using Mrap.Core.Drills;
using Mrap.Core.Drills.Drafts;

namespace Mrap.Aws.Drills;

/// <summary>Puts the values of a YAML text where a draft has them.</summary>
internal sealed class DraftReader
{
    private readonly DraftShape _shape = new();

    /// <summary>What is wrong with the shape of the text.</summary>
    public IEnumerable<DrillFileFault> Faults => _shape.Faults;

    /// <summary>Whether a part of the text has been found to be of another shape, so that more faults in it mean nothing.</summary>
    public bool IsMisshapen(string path) => _shape.IsMisshapen(path);

    /// <summary>Finds the line of a fault of the draft.</summary>
    public DrillFileFault Locate(DrillFault fault) => new(_shape.LineOf(fault.Path), fault.ToString());

    public DrillDraft Read(YamlValue root)
    {
        var fields = _shape.Fields(
            string.Empty, root, "drill", "description", "access-point", "traffic", "phases", "objectives");
        return new DrillDraft
        {
            Name = fields.Text("drill"),
            Description = fields.Text("description"),
            AccessPoint = fields.Text("access-point"),
            Traffic = fields.Find("traffic") is { } traffic ? Traffic("traffic", traffic) : null,
            Phases = fields.Find("phases") is { } phases
                ? [.. _shape.Items("phases", phases).Select((phase, i) => Phase($"phases[{i}]", phase))]
                : [],
            Objectives = fields.Find("objectives") is { } objectives ? Objectives("objectives", objectives) : new DrillObjectivesDraft(),
        };
    }

    private DrillTrafficDraft Traffic(string path, YamlValue value)
    {
        var fields = _shape.Fields(path, value, "from", "requests-per-second", "reads", "keys", "object-size");
        return new DrillTrafficDraft
        {
            From = Entries(fields, "from") ?? [],
            RequestsPerSecond = fields.Text("requests-per-second"),
            Reads = fields.Text("reads"),
            Keys = fields.Text("keys"),
            ObjectSize = fields.Text("object-size"),
        };
    }

    private DrillPhaseDraft Phase(string path, YamlValue value)
    {
        var fields = _shape.Fields(path, value, "name", "duration", "set", "routes", "fail-over", "restore");
        return new DrillPhaseDraft
        {
            Name = fields.Text("name"),
            Duration = fields.Text("duration"),
            Set = fields.Has("set") ? Regions(fields) : null,
            Routes = Entries(fields, "routes"),
            Failover = fields.Has("fail-over") ? Failover(path + ".fail-over", fields.Find("fail-over")) : null,
            Restore = fields.Has("restore") ? fields.Text("restore") ?? string.Empty : null,
        };
    }

    private ImmutableArray<DrillRegionDraft> Regions(DraftFields fields) => fields.Find("set") is { } set
        ? [.. _shape.Entries(fields.PathOf("set"), set).Select((entry, i) => Region($"{fields.PathOf("set")}[{i}]", entry))]
        : [];

    private DrillRegionDraft Region(string path, (YamlValue.Scalar Key, YamlValue Value) entry)
    {
        // a Region without anything to change is a fault of the draft, not of the shape
        var value = entry.Value is YamlValue.Scalar { Text: null } ? new YamlValue.Mapping(entry.Value.Line, []) : entry.Value;
        var fields = _shape.Fields(path, value, "state", "latency", "jitter", "errors", "replication");
        return new DrillRegionDraft(entry.Key.Text!)
        {
            State = fields.Text("state"),
            Latency = fields.Text("latency"),
            Jitter = fields.Text("jitter"),
            Errors = fields.Text("errors"),
            Replication = fields.Text("replication"),
        };
    }

    private DrillFailoverDraft Failover(string path, YamlValue? value)
    {
        if (value is null)
        {
            return new DrillFailoverDraft(From: null, To: null);
        }

        var fields = _shape.Fields(path, value, "from", "to");
        return new DrillFailoverDraft(fields.Text("from"), fields.Text("to"));
    }

    private DrillObjectivesDraft Objectives(string path, YamlValue value)
    {
        var fields = _shape.Fields(path, value, "recover-within", "errors", "errors-by-phase", "lost-writes", "p95-during");
        return new DrillObjectivesDraft
        {
            RecoverWithin = fields.Text("recover-within"),
            Errors = fields.Text("errors"),
            ErrorsByPhase = Entries(fields, "errors-by-phase") ?? [],
            LostWrites = fields.Text("lost-writes"),
            P95During = fields.Text("p95-during"),
        };
    }

    // null when the key is not there; a key without a value has no entries
    private ImmutableArray<DrillEntry>? Entries(DraftFields fields, string key)
    {
        if (!fields.Has(key))
        {
            return null;
        }

        var path = fields.PathOf(key);
        return fields.Find(key) is { } value
            ?
            [
                .. _shape.Entries(path, value)
                    .Select((entry, i) => new DrillEntry(entry.Key.Text!, _shape.Text($"{path}[{i}]", entry.Value))),
            ]
            : [];
    }
}
