using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Sandbox.Identity;

namespace Mrap.Sandbox.Authorization;

/// <summary>
/// Which principals a resource policy may name: S3 refuses those that do not exist (Amazon S3 re:Post, "Invalid principal in policy").
/// </summary>
internal static class PrincipalRules
{
    private const int CanonicalLength = 64;

    /// <summary>Whether every principal of a statement is spelled as one and, in an account that the sandbox knows, exists.</summary>
    public static bool AreValid(PolicyPrincipals? named, IPrincipalRegister principals) =>
        named is null
            || named.IsStar
            || (
                !named.Groups.IsEmpty
                    && named.Groups.All(group => group.Entries.Items.All(entry => IsValid(group.Type, entry.Text, principals))));

    /// <summary>Whether a principal is spelled as one of its type and, in an account that the sandbox knows, exists.</summary>
    public static bool IsValid(PrincipalType type, string name, IPrincipalRegister principals) => type switch
    {
        PrincipalType.Aws => name == "*" || (IsPrincipal(name) && principals.Exists(name) != false),
        PrincipalType.Service => name.Contains('.', StringComparison.Ordinal),
        PrincipalType.CanonicalUser => name.Length == CanonicalLength && name.All(char.IsAsciiHexDigit),
        PrincipalType.Federated => name.Length > 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool IsPrincipal(string name) =>
        Policy.Principals.Principal.Parse(name).Kind is PrincipalKind.Root or PrincipalKind.User or PrincipalKind.Role
            or PrincipalKind.RoleSession
            or PrincipalKind.FederatedUser
        && !name.AsSpan().ContainsAny('*', '?');
}
