using System.Collections.Immutable;
using Mrap.Sandbox.Identity;

namespace Mrap.Sandbox.Iam;

/// <summary>
/// The condition keys of calls of IAM (Service Authorization Reference, "Actions, resources, and condition keys for AWS IAM").
/// </summary>
internal static class IamKeys
{
    /// <summary>The keys of the user or role that is asked for: its tags and its boundary.</summary>
    public static IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Of(IamEntity entity)
    {
        foreach (var (name, value) in entity.Tags)
        {
            yield return PrincipalContext.Key("aws:ResourceTag/" + name, value);
            yield return PrincipalContext.Key("iam:ResourceTag/" + name, value);
        }

        if (entity.Boundary is { } boundary)
        {
            yield return PrincipalContext.Key("iam:PermissionsBoundary", boundary);
        }
    }

    /// <summary>The keys of the tags that a call brings.</summary>
    public static IEnumerable<KeyValuePair<string,
    ImmutableArray<string>>> OfRequest(ImmutableArray<KeyValuePair<string, string>> tags) => tags.IsEmpty
        ? []
        : tags.Select(
            tag =>
                PrincipalContext.Key("aws:RequestTag/" + tag.Key, tag.Value)).Append(new("aws:TagKeys", [.. tags.Select(tag => tag.Key)]));

    /// <summary>The key of the boundary that a call sets.</summary>
    public static IEnumerable<KeyValuePair<string, ImmutableArray<string>>> OfBoundary(string? arn) =>
        arn is null ? [] : [PrincipalContext.Key("iam:PermissionsBoundary", arn)];
}
