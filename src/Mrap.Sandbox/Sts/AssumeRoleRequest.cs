using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Model;
using Mrap.Policy.Text;
using Mrap.Sandbox.Iam;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Sts;

/// <summary>What a call of AssumeRole asks for; every rule of its parameters is kept (AWS STS API Reference, "AssumeRole").</summary>
/// <param name="Seconds">How long it shall last.</param>
internal sealed record AssumeRoleRequest(string RoleArn, string SessionName, int Seconds)
{
    private const int LeastSeconds = 900;
    private const int MaxSeconds = 43_200;
    private const int DefaultSeconds = 3600;
    private const int MaxPolicyText = 2048;
    private const int MaxPolicyArns = 10;

    /// <summary>The session policy; null for none.</summary>
    public PolicyText? Policy { get; init; }

    /// <summary>Managed policies as session policies.</summary>
    public ImmutableArray<string> PolicyArns { get; init; } = [];

    /// <summary>The tags that the call itself passes.</summary>
    public ImmutableArray<KeyValuePair<string, string>> PassedTags { get; init; } = [];

    /// <summary>All tags of the session: those passed, and those of the calling session that go on.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>The names of the tags that go on into further sessions.</summary>
    public ImmutableArray<string> TransitiveTagKeys { get; init; } = [];

    /// <summary>What the trust policy may ask third parties for; null when the call gives none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Who is said to stand behind the session; null when nobody says.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>How much of the room for session policies is used, in percent; 0 when there are neither policies nor tags.</summary>
    public int PackedSize { get; private init; }

    /// <summary>Reads a call.</summary>
    /// <exception cref="ServiceException">A parameter is missing or breaks a rule.</exception>
    public static AssumeRoleRequest Read(QueryCall call)
    {
        var form = call.Form;
        var arn = form.Required("RoleArn");
        IamRules.CheckLength("RoleArn", arn, 20, 2048);
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw IamErrors.Validation($"{DisplayText.Truncate(arn)} is invalid");
        }

        if (form.Optional("SerialNumber") is not null || form.Optional("TokenCode") is not null)
        {
            throw ServiceException.Of(403, "AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code. ");
        }

        var arns = ReadPolicyArns(form);
        var policy = ReadPolicy(form);
        var tags = IamRules.Tags(call);
        var size = (policy?.Text.Length ?? 0) + arns.Sum(policyArn => policyArn.Length);
        if (size > MaxPolicyText)
        {
            throw ServiceException.Of(
                400, "PackedPolicyTooLarge",
                $"Packed policy consumes {size * 100 / MaxPolicyText}% of allotted space, please use smaller policy.");
        }

        return new AssumeRoleRequest(
            arn, Word(form, "RoleSessionName", 2, 64), form.Number("DurationSeconds", LeastSeconds, MaxSeconds) ?? DefaultSeconds)
        {
            Policy = policy,
            PolicyArns = arns,
            PassedTags = tags,
            Tags = tags,
            TransitiveTagKeys = ReadTransitive(form, tags),
            ExternalId = form.Optional("ExternalId") is null ? null : Word(form, "ExternalId", 2, 1224, ":/"),
            SourceIdentity = form.Optional("SourceIdentity") is null ? null : Word(form, "SourceIdentity", 2, 64),
            PackedSize = size == 0 && tags.IsEmpty ? 0 : Math.Max(1, size * 100 / MaxPolicyText),
        };
    }

    /// <summary>The condition keys of the call.</summary>
    public IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Keys()
    {
        yield return PrincipalContext.Key("sts:RoleSessionName", SessionName);
        yield return PrincipalContext.Key("sts:DurationSeconds", Seconds.ToString(CultureInfo.InvariantCulture));
        if (ExternalId is not null)
        {
            yield return PrincipalContext.Key("sts:ExternalId", ExternalId);
        }

        if (SourceIdentity is not null)
        {
            yield return PrincipalContext.Key("sts:SourceIdentity", SourceIdentity);
        }

        if (!TransitiveTagKeys.IsEmpty)
        {
            yield return new("sts:TransitiveTagKeys", TransitiveTagKeys);
        }

        foreach (var key in IamKeys.OfRequest(PassedTags))
        {
            yield return key;
        }
    }

    private static ImmutableArray<string> ReadPolicyArns(QueryForm form)
    {
        ImmutableArray<string> arns =
            [.. form.Members("PolicyArns").Select(member => IamRules.PolicyArn(member + ".arn", form.Required(member + ".arn")))];
        return arns.Length > MaxPolicyArns
            ? throw QueryErrors.Validation(
                "PolicyArns", $"{arns.Length} ARNs", $"Member must have length less than or equal to {MaxPolicyArns}")
            : arns;
    }

    private static PolicyText? ReadPolicy(QueryForm form)
    {
        if (form.Optional("Policy") is not { } text)
        {
            return null;
        }

        IamRules.CheckLength("Policy", text, 1, MaxPolicyText);
        PolicyDocuments.Read(text, PolicyKind.Session);
        return new PolicyText(text);
    }

    private static ImmutableArray<string> ReadTransitive(QueryForm form, ImmutableArray<KeyValuePair<string, string>> tags)
    {
        var keys = form.List("TransitiveTagKeys");
        return keys.All(key => tags.Any(tag => string.Equals(tag.Key, key, StringComparison.OrdinalIgnoreCase)))
            ? keys
            : throw ServiceException.Of(
                400, "InvalidParameterValue", "The specified transitive tag key must be included in the requested tags.");
    }

    private static string Word(QueryForm form, string parameter, int least, int most, string more = "")
    {
        var value = form.Required(parameter);
        IamRules.CheckLength(parameter, value, least, most);
        return value.All(c => IamRules.IsNameCharacter(c) || more.Contains(c, StringComparison.Ordinal))
            ? value
            : throw QueryErrors.Validation(
                parameter, value, $@"Member must satisfy regular expression pattern: [\w+=,.@{(more.Length > 0 ? @":\/" : "")}-]*");
    }
}
