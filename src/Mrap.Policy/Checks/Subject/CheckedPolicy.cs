using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Checks.Subject;

/// <summary>A policy as the checks see it: whatever could be read of it, and its context. Read-only.</summary>
internal sealed class CheckedPolicy
{
    private readonly Dictionary<string, ImmutableArray<ActionEntry>> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WrittenArn?> _arns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _nearest = new(StringComparer.Ordinal);

    /// <summary>Shows what was read of a text.</summary>
    public CheckedPolicy(PolicyOutcome outcome, PolicyKind kind, CheckContext context)
    {
        Outcome = outcome;
        Kind = kind;
        Context = context;
        Statements = [.. outcome.Partial.Statements.Select(statement => new CheckedStatement(statement))];
        Conditions = CheckedCondition.Of(Statements);
    }

    /// <summary>What reading the text gave.</summary>
    public PolicyOutcome Outcome { get; }

    /// <summary>Where the policy is attached.</summary>
    public PolicyKind Kind { get; }

    /// <summary>What is known of its context.</summary>
    public CheckContext Context { get; }

    /// <summary>The policy's own object; nothing when the text is not one.</summary>
    public JsonObjectSyntax? Top => Outcome.Syntax as JsonObjectSyntax;

    /// <summary>The version that it asks for; unstated also when what stands there is no version.</summary>
    public PolicyVersion Version => Outcome.Partial.Version;

    /// <summary>The statements in the order of the text, those with faults included.</summary>
    public ImmutableArray<CheckedStatement> Statements { get; }

    /// <summary>The conditions of all statements in the order of the text, those with faults included.</summary>
    public ImmutableArray<CheckedCondition> Conditions { get; }

    /// <summary>Whether policies of this kind belong to a resource and name principals.</summary>
    public bool IsResourcePolicy => Kind is PolicyKind.Bucket or PolicyKind.AccessPoint;

    /// <summary>Whether it is known to belong to a Multi-Region Access Point.</summary>
    public bool IsMultiRegion => Kind == PolicyKind.AccessPoint && Context.IsMultiRegion;

    /// <summary>The actions of S3 that an entry of Action matches.</summary>
    public ImmutableArray<ActionEntry> ActionsOf(string entry)
    {
        if (!_actions.TryGetValue(entry, out var actions))
        {
            actions = S3Actions.Matching(entry);
            _actions.Add(entry, actions);
        }

        return actions;
    }

    /// <summary>What a mistyped word most likely means; a slip that is made everywhere is looked up once.</summary>
    public string? NearestTo(string word, Func<string, string?> find)
    {
        if (!_nearest.TryGetValue(word, out var nearest))
        {
            nearest = find(word);
            _nearest.Add(word, nearest);
        }

        return nearest;
    }

    /// <summary>
    /// The fields of an entry of Resource, those that it leaves out completed where policies of this kind do so; nothing when it is no ARN.
    /// </summary>
    public WrittenArn? ArnOf(string entry)
    {
        if (!_arns.TryGetValue(entry, out var arn))
        {
            arn = WrittenArn.Read(ShortArn.Complete(entry, Kind));
            _arns.Add(entry, arn);
        }

        return arn;
    }

    /// <summary>The resource types of S3 that an entry of Resource can match, as bits of <see cref="ResourceKinds"/>.</summary>
    public int KindsOf(string entry)
    {
        if (!_kinds.TryGetValue(entry, out var kinds))
        {
            kinds = ResourceKinds.Of(entry, ArnOf(entry));
            _kinds.Add(entry, kinds);
        }

        return kinds;
    }
}
