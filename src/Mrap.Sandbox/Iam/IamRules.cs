using System.Collections.Immutable;
using Mrap.Policy.Text;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>The rules of IAM's parameters, and its quotas (IAM User Guide, "IAM and AWS STS quotas").</summary>
internal static class IamRules
{
    /// <summary>The most users of an account.</summary>
    public const int MaxUsers = 5000;

    /// <summary>The most roles of an account.</summary>
    public const int MaxRoles = 1000;

    /// <summary>The most managed policies of an account.</summary>
    public const int MaxPolicies = 1500;

    /// <summary>The most keys of a user.</summary>
    public const int MaxKeys = 2;

    /// <summary>The most managed policies attached to a user or role.</summary>
    public const int MaxAttached = 10;

    /// <summary>The most versions of a managed policy.</summary>
    public const int MaxVersions = 5;

    /// <summary>The most tags of anything.</summary>
    public const int MaxTags = 50;

    private const int MaxPath = 512;
    private const int MaxTagKey = 128;
    private const int MaxTagValue = 256;
    private const int MinArn = 20;
    private const int MaxArn = 2048;

    /// <summary>A name, which must be there.</summary>
    /// <param name="parameter">The parameter, such as <c>UserName</c>.</param>
    /// <param name="longest">How long it may be.</param>
    /// <exception cref="ServiceException">It is missing, too long, or has other characters.</exception>
    public static string Name(QueryCall call, string parameter, int longest) => Name(parameter, call.Form.Required(parameter), longest);

    /// <summary>A name, checked.</summary>
    /// <exception cref="ServiceException">It is empty, too long, or has other characters.</exception>
    public static string Name(string parameter, string value, int longest)
    {
        CheckLength(parameter, value, 1, longest);
        return value.All(IsNameCharacter)
            ? value
            : throw IamErrors.Validation(
                $"The specified value for {Camel(parameter)} is invalid. It must contain only alphanumeric characters and/or the "
                    + "following: +=,.@_-");
    }

    /// <summary>A path; <c>/</c> when none is given.</summary>
    /// <exception cref="ServiceException">It does not begin and end with a slash, or has other characters.</exception>
    public static string Path(QueryCall call, string parameter = "Path")
    {
        var path = call.Form.Optional(parameter) ?? "/";
        CheckLength(parameter, path, 1, MaxPath);
        return path[0] == '/' && path[^1] == '/' && path.All(c => c is > ' ' and < '\u007f')
            ? path
            : throw IamErrors.Validation(
                $"The specified value for {Camel(parameter)} is invalid. It must begin and end with / and contain only alphanumeric "
                    + "characters and/or / characters.");
    }

    /// <summary>What the paths of a listing must begin with.</summary>
    /// <exception cref="ServiceException">It does not begin with a slash.</exception>
    public static string PathPrefix(QueryCall call)
    {
        var prefix = call.Form.Optional("PathPrefix") ?? "/";
        CheckLength("PathPrefix", prefix, 1, MaxPath);
        return prefix[0] == '/'
            ? prefix
            : throw IamErrors.Validation("The specified value for pathPrefix is invalid. It must begin with /.");
    }

    /// <summary>A managed policy's ARN, which must be there.</summary>
    /// <exception cref="ServiceException">It is missing, or no such ARN.</exception>
    public static string PolicyArn(QueryCall call, string parameter = "PolicyArn") => PolicyArn(parameter, call.Form.Required(parameter));

    /// <summary>A managed policy's ARN, checked.</summary>
    /// <exception cref="ServiceException">It is no such ARN.</exception>
    public static string PolicyArn(string parameter, string arn)
    {
        CheckLength(parameter, arn, MinArn, MaxArn);
        return arn.StartsWith("arn:aws:iam::", StringComparison.Ordinal) && arn.Contains(":policy/", StringComparison.Ordinal)
            ? arn
            : throw IamErrors.InvalidInput($"ARN {DisplayText.Truncate(arn)} is not valid.");
    }

    /// <summary>A text that may be missing, bounded.</summary>
    /// <exception cref="ServiceException">It is too long.</exception>
    public static string? Text(QueryCall call, string parameter, int longest)
    {
        if (call.Form.Optional(parameter) is { } text)
        {
            CheckLength(parameter, text, 0, longest);
            return text;
        }

        return null;
    }

    /// <summary>The tags of a call; none when it has none.</summary>
    /// <exception cref="ServiceException">There are too many, one is named twice, or one breaks a rule.</exception>
    public static ImmutableArray<KeyValuePair<string, string>> Tags(QueryCall call)
    {
        var tags = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in call.Form.Members("Tags"))
        {
            var (key, value) = (call.Form.Required(member + ".Key"), call.Form.Required(member + ".Value"));
            CheckTagKey(member + ".key", key);
            CheckLength(member + ".value", value, 0, MaxTagValue);
            if (!value.All(IsTagCharacter))
            {
                throw QueryErrors.Validation(
                    member + ".value", value, @"Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]*");
            }

            if (!names.Add(key))
            {
                throw IamErrors.InvalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }

            tags.Add(new(key, value));
        }

        return tags.Count > MaxTags
            ? throw IamErrors.LimitExceeded("The number of tags has reached the maximum limit.")
            : tags.ToImmutable();
    }

    /// <summary>The names of tags to be removed.</summary>
    /// <exception cref="ServiceException">One breaks a rule.</exception>
    public static ImmutableArray<string> TagKeys(QueryCall call)
    {
        var keys = call.Form.List("TagKeys");
        for (var i = 0; i < keys.Length; i++)
        {
            CheckTagKey($"tagKeys.{i + 1}.member", keys[i]);
        }

        return keys;
    }

    /// <summary>Tags put onto others.</summary>
    /// <exception cref="ServiceException">There would be too many.</exception>
    public static ImmutableSortedDictionary<string, string> Put(
        ImmutableSortedDictionary<string, string> tags, IEnumerable<KeyValuePair<string, string>> more)
    {
        // Removing first lets the new spelling of a name stand in place of the old one.
        var put = tags.RemoveRange(more.Select(tag => tag.Key)).AddRange(more);
        return put.Count > MaxTags ? throw IamErrors.LimitExceeded("The number of tags has reached the maximum limit.") : put;
    }

    /// <summary>Checks the length of a value.</summary>
    /// <exception cref="ServiceException">It is too short or too long.</exception>
    public static void CheckLength(string parameter, string value, int least, int most)
    {
        if (value.Length < least)
        {
            throw QueryErrors.Validation(parameter, value, $"Member must have length greater than or equal to {least}");
        }

        if (value.Length > most)
        {
            throw QueryErrors.Validation(parameter, value, $"Member must have length less than or equal to {most}");
        }
    }

    /// <summary>Whether a character may stand in a name.</summary>
    public static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '=' or ',' or '.' or '@' or '_' or '-';

    /// <summary>The greatest number of characters of all inline policies of a user or role together, white space not counted.</summary>
    public static int MaxInline(EntityType type) => type == EntityType.User ? 2048 : 10_240;

    private static void CheckTagKey(string parameter, string key)
    {
        CheckLength(parameter, key, 1, MaxTagKey);
        if (!key.All(IsTagCharacter))
        {
            throw QueryErrors.Validation(parameter, key, @"Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]+");
        }

        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            throw IamErrors.InvalidInput("aws: prefixed tag key names are not allowed for external use.");
        }
    }

    private static bool IsTagCharacter(char c) =>
        char.IsLetter(c) || char.IsNumber(c) || char.IsSeparator(c) || c is '_' or '.' or ':' or '/' or '=' or '+' or '-' or '@';

    private static string Camel(string parameter) => char.ToLowerInvariant(parameter[0]) + parameter[1..];
}
