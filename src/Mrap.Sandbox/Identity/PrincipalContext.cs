using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>
/// The condition keys that depend on the principal alone (IAM User Guide, "AWS global condition context keys", properties of the
/// principal).
/// </summary>
internal static class PrincipalContext
{
    /// <summary>The keys of a root user, which has no name.</summary>
    public static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> OfRoot(AccountId account, string arn) =>
        [.. Common(account, arn, "Account", account.Value)];

    /// <summary>The keys of a user.</summary>
    public static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> OfUser(
        AccountId account, string arn, string userId, string name, IEnumerable<KeyValuePair<string, string>> tags) =>
        [.. Common(account, arn, "User", userId), Key("aws:username", name), .. Tags(tags)];

    /// <summary>The keys of a role's session: the role's ARN and tags, the session's own ID.</summary>
    public static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> OfRoleSession(
        AccountId account, string roleArn, string userId, IEnumerable<KeyValuePair<string, string>> tags) =>
        [.. Common(account, roleArn, "AssumedRole", userId), .. Tags(tags)];

    /// <summary>One key with one value.</summary>
    public static KeyValuePair<string, ImmutableArray<string>> Key(string name, string value) => new(name, [value]);

    private static KeyValuePair<string, ImmutableArray<string>>[] Common(AccountId account, string arn, string type, string userId) =>
    [
        Key("aws:PrincipalArn", arn),
        Key("aws:PrincipalAccount", account.Value),
        Key("aws:PrincipalType", type),
        Key("aws:userid", userId),
    ];

    private static IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Tags(IEnumerable<KeyValuePair<string, string>> tags) =>
        tags.Select(tag => Key("aws:PrincipalTag/" + tag.Key, tag.Value));
}
