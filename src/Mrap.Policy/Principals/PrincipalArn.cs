using Mrap.Policy.Arns;

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
    public static PrincipalArn? Parse(string text) =>
        Arn.Parse(text).TryGet(out var arn) && arn.Region.IsEmpty && IsAccount(arn.Account) && KindOf(arn) is { } kind
            ? new PrincipalArn(kind, arn.Partition.ToString(), arn.Account.ToString(), RoleNameOf(kind, arn.Resource))
            : null;

    private static PrincipalKind? KindOf(Arn arn) => arn.Service switch
    {
        "iam" => UserOrRole(arn.Resource),
        "sts" => Session(arn.Resource),
        _ => null,
    };

    private static PrincipalKind? UserOrRole(ReadOnlySpan<char> resource)
    {
        var slash = resource.IndexOf('/');
        return (slash < 0 ? resource : resource[..slash]) switch
        {
            "root" when slash < 0 => PrincipalKind.Root,
            "user" when HasName(resource) => PrincipalKind.User,
            "role" when HasName(resource) => PrincipalKind.Role,
            "saml-provider" or "oidc-provider" => PrincipalKind.IdentityProvider,
            _ => null,
        };
    }

    private static PrincipalKind? Session(ReadOnlySpan<char> resource)
    {
        var slash = resource.IndexOf('/');
        return (slash < 0 ? resource : resource[..slash]) switch
        {
            "assumed-role" when resource.Count('/') == 2 => PrincipalKind.RoleSession,
            "federated-user" when HasName(resource) => PrincipalKind.FederatedUser,
            _ => null,
        };
    }

    // what has no path is its own last segment
    private static bool HasName(ReadOnlySpan<char> resource) => !resource.EndsWith('/');

    private static string? RoleNameOf(PrincipalKind kind, ReadOnlySpan<char> resource) => kind switch
    {
        PrincipalKind.Role => resource[(resource.LastIndexOf('/') + 1)..].ToString(),
        PrincipalKind.RoleSession => resource[(resource.IndexOf('/') + 1)..resource.LastIndexOf('/')].ToString(),
        _ => null,
    };
}
