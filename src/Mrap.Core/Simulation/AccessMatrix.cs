using System.Collections.Immutable;
using System.Text;
using Mrap.Policy.Model;

namespace Mrap.Core.Simulation;

/// <summary>The verdicts for several principals and actions in every Region.</summary>
public static class AccessMatrix
{
    /// <summary>The most principals, and the most actions.</summary>
    public const int MaxEach = 12;

    private const string Everything = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    /// <summary>The actions that are asked for unless others are chosen.</summary>
    public static ImmutableArray<string> UsualActions { get; } = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"];

    /// <summary>The callers that the policies name, the simulated one first.</summary>
    public static ImmutableArray<string> Principals(SimulationState simulation, WorldPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(policies);
        var named = policies.All.Where(policy => policy.Kind is PolicyKind.AccessPoint or PolicyKind.Bucket)
            .SelectMany(policy => policy.Document.Statements)
            .SelectMany(statement => statement.Principals?.Groups ?? [])
            .Where(group => group.Type is PrincipalType.Aws or PrincipalType.Service)
            .SelectMany(group => group.Entries.Items)
            .Select(entry => entry.Text == "*" ? "anonymous" : entry.Text)
            .Where(name => name != "anonymous" || simulation.Request.IsDirect);
        return [.. named.Prepend(simulation.World.Principal).Where(name => name.Length > 0).Distinct().Take(MaxEach)];
    }

    /// <summary>The world as another principal sees it; the simulated caller keeps its own.</summary>
    public static SimulatedWorld WorldOf(SimulatedWorld world, string principal, PrincipalPolicies own)
    {
        ArgumentNullException.ThrowIfNull(world);
        return principal == world.Principal || own == PrincipalPolicies.Same
            ? world with { Principal = principal }
            : world with
            {
                Principal = principal,
                Identity = own == PrincipalPolicies.Everything ? Everything : string.Empty,
                Boundary = string.Empty,
                Session = string.Empty
            };
    }

    /// <summary>Decides every principal and action in every Region.</summary>
    public static ImmutableArray<MatrixRow> Run(
        SimulationState simulation, WorldPolicies policies, IEnumerable<string> principals, IEnumerable<string> actions,
        PrincipalPolicies own)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        var all = actions.Take(MaxEach).ToList();
        var rows = ImmutableArray.CreateBuilder<MatrixRow>();
        foreach (var principal in principals.Take(MaxEach))
        {
            var world = WorldOf(simulation.World, principal, own);
            var read = WorldPolicies.Read(world, policies);
            foreach (var action in all)
            {
                rows.Add(
                    new MatrixRow(
                        principal, action, Simulator.Run(new SimulationState(world, simulation.Request with { Action = action }), read)));
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>The matrix as comma-separated values, one line a cell.</summary>
    public static string Csv(IEnumerable<MatrixRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder("principal,action,region,bucket,verdict,reason\r\n");
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells)
            {
                text.AppendJoin(
                    ',',
                    new[] { row.Principal, row.Action, cell.Bucket.Region.Value, cell.Bucket.Name, VerdictText.Short(cell.Verdict),
                        cell.Explanation?.Summary ?? "a policy has faults" }.Select(Quote)).Append("\r\n");
            }
        }

        return text.ToString();
    }

    // a cell that starts like a formula would be run by spreadsheets
    private static string Quote(string cell)
    {
        var safe = cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
