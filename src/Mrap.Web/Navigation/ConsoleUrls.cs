using System.Text;
using Mrap.Core.AccessPoints;
using Mrap.Core.AccessPoints.Drafts;
using Mrap.Core.Routing;

namespace Mrap.Web.Navigation;

/// <summary>Every address inside the console. Pages and links take theirs from here and nowhere else.</summary>
public static class ConsoleUrls
{
    public const string Home = "/";

    public const string AccessPoints = "/access-points";

    public const string Simulator = "/simulator";

    public const string Activity = "/activity";

    /// <summary>The Regions of the sandbox and their faults.</summary>
    public const string Sandbox = "/sandbox";

    /// <summary>The sandbox's traffic generator.</summary>
    public const string Traffic = "/sandbox/traffic";

    /// <summary>Drills against the sandbox.</summary>
    public const string Drills = "/sandbox/drills";

    /// <summary>A drill that runs, or its report.</summary>
    public static string Drill(Guid id) => $"{Drills}/{id:N}";

    /// <summary>The report of a drill as JSON.</summary>
    public static string DrillJson(string id) => $"{Drills}/{id}/report.json";

    /// <summary>The report of a drill as Markdown.</summary>
    public static string DrillMarkdown(string id) => $"{Drills}/{id}/report.md";

    /// <summary>Where a request would go, explained.</summary>
    public const string Routes = "/routes";

    /// <summary>The activity as a file.</summary>
    public const string ActivityCsv = "/activity.csv";

    /// <summary>One entry of the activity log.</summary>
    public static string ActivityEntry(Guid id) => $"{Activity}/{id:N}";

    /// <summary>What was done to an access point.</summary>
    public static string ActivityOf(AccessPointName name) => (ActivityState.None with { AccessPoint = name.Value }).ToUrl();

    /// <summary>The simulator with the policies of an access point.</summary>
    public static string Simulate(AccessPointName name) => (SimulatorUrl.Empty with { AccessPoint = name.Value }).ToString();

    /// <summary>The wizard at a step.</summary>
    public static string Create(WizardStep step = WizardStep.Name) =>
        WithQuery($"{AccessPoints}/create", new CreateState(step).ToQuery());

    /// <summary>One access point with the question whether to delete it.</summary>
    public static string Delete(AccessPointName name) => WithQuery(AccessPoint(name), new DeletionState(IsAsked: true).ToQuery());

    /// <summary>One access point, at its overview or at the named tab.</summary>
    /// <remarks>The overview has no segment of its own, but for an access point whose name is that of the wizard's page.</remarks>
    public static string AccessPoint(AccessPointName name, string? tab = null)
    {
        var page = $"{AccessPoints}/{name.Value}";
        return (tab ?? AccessPointTab.Overview) switch
        {
            AccessPointTab.Overview when page != Create() => page,
            var segment => $"{page}/{segment}",
        };
    }

    /// <summary>The keys about which the buckets of an access point differ, as a file: a pattern with its name.</summary>
    public const string GapsCsv = $"{AccessPoints}/{{name}}/{AccessPointTab.Replication}/gaps.csv";

    /// <summary>A view of the replication of an access point: its rules, or the one of this name.</summary>
    public static string Replication(AccessPointName name, string? view = null) =>
        AccessPoint(name, AccessPointTab.Replication) + (view is null ? string.Empty : $"/{view}");

    /// <summary>The replication rules of an access point with one of them opened, or with something about to be done.</summary>
    public static string Rules(AccessPointName name, RulesState state) => WithQuery(Replication(name), state.ToQuery());

    /// <summary>The wizard that creates replication rules.</summary>
    public static string CreateRules(AccessPointName name) => Replication(name, ReplicationView.Create);

    /// <inheritdoc cref="CreateRules(AccessPointName)"/>
    /// <param name="state">How far it has come.</param>
    public static string CreateRules(AccessPointName name, ReplicationWizardState state) => WithQuery(CreateRules(name), state.ToQuery());

    /// <summary>Which buckets of an access point hold a key.</summary>
    public static string Locate(AccessPointName name, string key) =>
        WithQuery(Replication(name, ReplicationView.Gaps), (GapsState.None with { Key = key }).ToQuery());

    /// <summary>Where a request would go and why: through an access point, from a place, for an object.</summary>
    public static string Route(AccessPointName? accessPoint, Vantage? from = null, string? key = null) =>
        WithQuery(Routes, (RouteState.None with { AccessPoint = accessPoint?.Value, From = from, Key = key ?? string.Empty }).ToQuery());

    /// <summary>The permissions with the policy opened for editing, with a template at hand or none.</summary>
    public static string EditPolicy(AccessPointName name, string? template = null) =>
        WithQuery(AccessPoint(name, AccessPointTab.Permissions), new PermissionsState(IsEditing: true, template).ToQuery());

    /// <summary>An address with a query; parameters without a value are left out.</summary>
    public static string WithQuery(string path, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var url = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in parameters.Where(parameter => !string.IsNullOrEmpty(parameter.Value)))
        {
            url.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value!));
            separator = '&';
        }

        return url.ToString();
    }
}
