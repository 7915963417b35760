namespace Mrap.Policy.Principals;

/// <summary>The parts of a principal's ARN.</summary>
/// <param name="Kind">What kind of principal it names.</param>
/// <param name="RoleName">The last path segment of the role's name, for roles and their sessions.</param>
internal sealed record PrincipalArn(PrincipalKind Kind, string Partition, string Account, string? RoleName)
{
    private const int AccountLength = 12;

    /// <summary>Whether a text is an account id: twelve digits.</summary>
    public static bool IsAccount(ReadOnlySpan<char> text) => text.Length == AccountLength && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Reads an ARN of IAM or STS that names a principal; nothing when it names none.</summary>
    public static PrincipalArn? Parse(string text)
    {
        var fields = text.Split(':', 6);
        if (fields.Length < 6 || fields[0] != "arn" || fields[3].Length > 0 || !IsAccount(fields[4]))
        {
            return null;
        }

        var resource = fields[5];
        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        var name = resource[(resource.LastIndexOf('/') + 1)..];
        PrincipalKind? kind = (fields[2], slash < 0 ? resource : resource[..slash]) switch
        {
            ("iam", "root") when slash < 0 => PrincipalKind.Root,
            ("iam", "user") when name.Length > 0 => PrincipalKind.User,
            ("iam", "role") when name.Length > 0 => PrincipalKind.Role,
            ("iam", "saml-provider" or "oidc-provider") => PrincipalKind.IdentityProvider,
            ("sts", "assumed-role") when resource.Count(c => c == '/') == 2 => PrincipalKind.RoleSession,
            ("sts", "federated-user") when name.Length > 0 => PrincipalKind.FederatedUser,
            _ => null,
        };
        return kind is not { } found
            ? null
            : new PrincipalArn(found, fields[1], fields[4], found switch
            {
                PrincipalKind.Role => name,
                PrincipalKind.RoleSession => resource[(slash + 1)..resource.LastIndexOf('/')],
                _ => null,
            });
    }
}
