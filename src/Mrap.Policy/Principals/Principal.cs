namespace Mrap.Policy.Principals;

/// <summary>The principal that makes a request.</summary>
public sealed record Principal
{
    private Principal(PrincipalKind kind, string text, string? account, string partition, string? roleName)
    {
        Kind = kind;
        Text = text;
        Account = account;
        Partition = partition;
        RoleName = roleName;
    }

    /// <summary>A caller that does not sign its requests.</summary>
    public static Principal Anonymous { get; } = new(PrincipalKind.Anonymous, "anonymous", account: null, "", roleName: null);

    /// <summary>What kind of principal it is.</summary>
    public PrincipalKind Kind { get; }

    /// <summary>Its ARN, the name of the service or provider, or `anonymous`.</summary>
    public string Text { get; }

    /// <summary>Its account; nothing for anonymous callers, services and providers.</summary>
    public string? Account { get; }

    /// <summary>
    /// The user that started a federated user's session, by ARN: policies that name that user count for the session. Unless stated it is
    /// the user of the
    /// session's own name, since the session's ARN does not show who started it.
    /// </summary>
    public string? FederatingUser { get; init; }

    /// <summary>The Amazon S3 canonical id of its account, when it is known.</summary>
    public string? CanonicalUser { get; init; }

    /// <summary>The partition of its ARN.</summary>
    internal string Partition { get; }

    /// <summary>The last path segment of its role's name.</summary>
    internal string? RoleName { get; }

    /// <summary>Whether it has identity policies, a boundary or session policies: users, roles and sessions.</summary>
    internal bool HasIdentity =>
        Kind is PrincipalKind.User or PrincipalKind.Role or PrincipalKind.RoleSession or PrincipalKind.FederatedUser;

    /// <summary>Whether it is a role that a service made for itself, which organisation policies leave alone.</summary>
    internal bool IsServiceLinkedRole =>
        RoleName is not null
            && (
                RoleName.StartsWith("AWSServiceRoleFor", StringComparison.Ordinal)
                    || Text.Contains(":role/aws-service-role/", StringComparison.Ordinal));

    /// <summary>Reads a principal.</summary>
    /// <param name="text">An ARN of IAM or STS, an account's twelve digits for its root user, a service such as `logging.s3.amazonaws.com`,
    /// `anonymous` or `*`; anything else is the name of an identity provider.</param>
    /// <returns>The caller.</returns>
    public static Principal Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text is "anonymous" or "*")
        {
            return Anonymous;
        }

        if (PrincipalArn.IsAccount(text))
        {
            return new Principal(PrincipalKind.Root, "arn:aws:iam::" + text + ":root", text, "aws", roleName: null);
        }

        if (PrincipalArn.Parse(text) is { } arn)
        {
            return new Principal(
                arn.Kind, text, arn.Kind == PrincipalKind.IdentityProvider ? null : arn.Account, arn.Partition, arn.RoleName)
            {
                FederatingUser = arn.Kind == PrincipalKind.FederatedUser
                    ? $"arn:{arn.Partition}:iam::{arn.Account}:user/{text[(text.IndexOf('/', StringComparison.Ordinal) + 1)..]}"
                    : null,
            };
        }

        var isService =
            (text.EndsWith(".amazonaws.com", StringComparison.Ordinal) || text.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal))
            && text != "cognito-identity.amazonaws.com";
        return new Principal(isService ? PrincipalKind.Service : PrincipalKind.IdentityProvider, text, account: null, "", roleName: null);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
