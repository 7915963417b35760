using Mrap.Policy.Principals;

namespace Mrap.Policy.Matching.Principals;

/// <summary>
/// Whom NotPrincipal with Deny leaves alone (IAM User Guide, "IAM JSON policy elements: NotPrincipal"; AWS Security Blog, "How to Restrict
/// Amazon S3 Bucket Access to a Specific IAM Role"): the Deny takes in a caller unless each principal that its request carries is listed.
/// </summary>
internal static class PrincipalShield
{
    /// <summary>
    /// Whether the list leaves a caller alone: everyone for `*`; a user by its ARN; a session by its role's ARN and its own together, so
    /// never a session whose name is not known. The account is not asked for beside these. A list that has nothing of the caller's account
    /// but the account itself is taken to mean all of it.
    /// </summary>
    public static bool Covers(ReadOnlySpan<PrincipalPattern> listed, Principal caller)
    {
        bool account = false, role = false, self = false, hasNarrower = false;
        foreach (var pattern in listed)
        {
            if (pattern.IsEveryone)
            {
                return true;
            }

            var strength = pattern.StrengthFor(caller);
            account |= strength == GrantStrength.Account;
            role |= strength == GrantStrength.Role;
            self |= strength == GrantStrength.Direct;
            hasNarrower |= pattern.IsWithinAccountOf(caller);
        }

        return (account && !hasNarrower) || caller.Kind switch
        {
            PrincipalKind.Root => account,
            PrincipalKind.RoleSession => role && self,
            PrincipalKind.FederatedUser => role || self,
            PrincipalKind.Role => false,
            PrincipalKind.User or PrincipalKind.Service or PrincipalKind.IdentityProvider or PrincipalKind.Anonymous => self,
        };
    }
}
