using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Matching.Principals;

/// <summary>One name of a Principal or NotPrincipal element.</summary>
internal sealed class PrincipalPattern
{
    private readonly PrincipalType _type;
    private readonly string _text;
    private readonly PrincipalArn? _arn;
    private readonly string? _account;

    private PrincipalPattern(PrincipalType type, string text, PrincipalArn? arn, string? account, bool isEveryone)
    {
        _type = type;
        _text = text;
        _arn = arn;
        _account = account;
        IsEveryone = isEveryone;
    }

    /// <summary>The pattern of the plain `*`.</summary>
    public static PrincipalPattern Everyone { get; } = new(PrincipalType.Aws, "*", arn: null, account: null, isEveryone: true);

    /// <summary>Whether this names everyone.</summary>
    public bool IsEveryone { get; }

    /// <summary>Makes a pattern. Names with wildcards in part, and ids of deleted identities, match nobody.</summary>
    public static PrincipalPattern Compile(PrincipalType type, string text)
    {
        if (type != PrincipalType.Aws)
        {
            return new PrincipalPattern(type, text, arn: null, account: null, isEveryone: false);
        }

        var arn = text.AsSpan().ContainsAny('*', '?') ? null : PrincipalArn.Parse(text);
        var account = PrincipalArn.IsAccount(text) ? text : arn is { Kind: PrincipalKind.Root } ? arn.Account : null;
        return new PrincipalPattern(type, text, arn, account, text == "*");
    }

    /// <summary>How directly this names the caller.</summary>
    public GrantStrength StrengthFor(Principal caller) => IsEveryone
        ? EveryoneFor(caller)
        : _type switch
        {
            PrincipalType.Aws => AwsStrengthFor(caller),
            PrincipalType.Service =>
                caller.Kind == PrincipalKind.Service && caller.Text == _text ? GrantStrength.Direct : GrantStrength.None,
            PrincipalType.Federated =>
                caller.Kind == PrincipalKind.IdentityProvider && caller.Text == _text ? GrantStrength.Direct : GrantStrength.None,
            PrincipalType.CanonicalUser => caller.CanonicalUser is { } id && id == _text ? GrantStrength.Account : GrantStrength.None,
        };

    /// <summary>How directly everyone names a caller: users and sessions themselves, a role like its own ARN does.</summary>
    public static GrantStrength EveryoneFor(Principal caller) =>
        caller.Kind == PrincipalKind.Role ? GrantStrength.Role : GrantStrength.Direct;

    /// <summary>Whether this names one principal of the caller's account, be it the caller or another.</summary>
    public bool IsWithinAccountOf(Principal caller) =>
        _arn is { Kind: not PrincipalKind.Root } && _arn.Account == caller.Account && _arn.Partition == caller.Partition;

    private GrantStrength AwsStrengthFor(Principal caller)
    {
        if (caller.Account is null)
        {
            return GrantStrength.None;
        }

        if (_account is not null)
        {
            return caller.Account == _account && (_arn is null || _arn.Partition == caller.Partition)
                ? GrantStrength.Account
                : GrantStrength.None;
        }

        if (_arn is null || _arn.Account != caller.Account || _arn.Partition != caller.Partition)
        {
            return GrantStrength.None;
        }

        return _arn.Kind switch
        {
            PrincipalKind.Role => caller.RoleName == _arn.RoleName ? GrantStrength.Role : GrantStrength.None,
            PrincipalKind.User when caller.FederatingUser == _text => GrantStrength.Role,
            _ => caller.Text == _text ? GrantStrength.Direct : GrantStrength.None,
        };
    }
}
