using System.Collections.Immutable;
using Mrap.Policy.Matching.Patterns;

namespace Mrap.Policy.Actions;

/// <summary>
/// The actions, resource types and condition keys of S3 (Service Authorization Reference, state of 2026-09-26), with the global condition
/// keys.
/// </summary>
/// <remarks>Safe for use by several threads; the table is read from the assembly on first use.</remarks>
public static class S3Actions
{
    private const string Prefix = "s3:";
    private const int MaxPatternLength = 512;

    /// <summary>All 180 actions in ordinal order of their names.</summary>
    public static ImmutableArray<ActionEntry> All => S3ActionTable.Current.Actions;

    /// <summary>The 13 resource types.</summary>
    public static ImmutableArray<ResourceTypeEntry> ResourceTypes => S3ActionTable.Current.ResourceTypes;

    /// <summary>The condition keys of S3 and the global ones, in ordinal order.</summary>
    public static ImmutableArray<ConditionKeyEntry> ConditionKeys => S3ActionTable.Current.ConditionKeys;

    /// <summary>Finds an action by its name without case.</summary>
    /// <param name="action">The name with its prefix, such as <c>s3:getobject</c>.</param>
    /// <returns>The action, or nothing.</returns>
    public static ActionEntry? Find(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return S3ActionTable.Current.ActionsByName.GetValueOrDefault(action);
    }

    /// <summary>The actions that an entry of an Action element matches, by the rules of deciding.</summary>
    /// <param name="pattern">The entry, such as <c>s3:Get*</c> or <c>*</c>; one longer than 512 characters matches nothing.</param>
    /// <returns>The actions in ordinal order.</returns>
    public static ImmutableArray<ActionEntry> Matching(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (pattern == "*")
        {
            return All;
        }

        if (pattern.AsSpan().IndexOfAny('*', '?') < 0)
        {
            return Find(pattern) is { } only ? [only] : [];
        }

        if (pattern.Length > MaxPatternLength)
        {
            return [];
        }

        var compiled = ActionPattern.Compile(pattern);
        var table = S3ActionTable.Current;
        var found = ImmutableArray.CreateBuilder<ActionEntry>();
        for (var i = 0; i < table.FoldedNames.Length; i++)
        {
            if (compiled.Matches(table.FoldedNames[i]))
            {
                found.Add(table.Actions[i]);
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>The action that a mistyped one most likely means.</summary>
    /// <param name="action">What is written, with or without the prefix.</param>
    /// <returns>The name with its prefix, or nothing when no action is near.</returns>
    public static string? Nearest(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var written = action.Contains(':', StringComparison.Ordinal) ? action : Prefix + action;
        return EditDistance.Nearest(written, All.Select(entry => entry.Name));
    }

    /// <summary>Finds a condition key by its name without case.</summary>
    /// <param name="key">The key; one that takes the key of a tag has it behind a slash, as in <c>aws:RequestTag/team</c>.</param>
    /// <returns>The key, or nothing.</returns>
    public static ConditionKeyEntry? FindKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var table = S3ActionTable.Current;
        if (table.KeysByName.TryGetValue(key, out var found))
        {
            return found;
        }

        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < key.Length - 1 ? table.TagKeysByStem.GetValueOrDefault(key[..slash]) : null;
    }

    /// <summary>Finds a condition key that takes the key of a tag by what stands before it.</summary>
    /// <param name="stem">The key up to its slash, such as <c>aws:RequestTag</c>, without case.</param>
    /// <returns>The key, or nothing.</returns>
    public static ConditionKeyEntry? FindTagKey(string stem)
    {
        ArgumentNullException.ThrowIfNull(stem);
        return S3ActionTable.Current.TagKeysByStem.GetValueOrDefault(stem);
    }

    /// <summary>The condition key that a mistyped one most likely means.</summary>
    /// <param name="key">What is written; the key of a tag behind a slash is kept.</param>
    /// <returns>The key as it is to be written, or nothing when none is near.</returns>
    public static string? NearestKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var stem = slash < 0 ? key : key[..slash];
        var nearest = EditDistance.Nearest(stem, ConditionKeys.Where(entry => entry.IsTag == slash >= 0).Select(entry => entry.Stem));
        return nearest is null || slash < 0 ? nearest : nearest + key[slash..];
    }
}
