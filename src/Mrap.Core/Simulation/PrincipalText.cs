using Mrap.Policy.Arns;
using Mrap.Policy.Principals;

namespace Mrap.Core.Simulation;

/// <summary>How a resource's policy names a caller.</summary>
public static class PrincipalText
{
    /// <summary>The type and the name in a Principal element; a session is named by its role.</summary>
    public static (string Type, string Name) Of(Principal caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Kind switch
        {
            PrincipalKind.Anonymous => ("AWS", "*"),
            PrincipalKind.Service => ("Service", caller.Text),
            PrincipalKind.IdentityProvider => ("Federated", caller.Text),
            PrincipalKind.Root or PrincipalKind.User or PrincipalKind.Role or PrincipalKind.RoleSession or PrincipalKind.FederatedUser =>
                ("AWS", RoleOf(caller)),
        };
    }

    /// <summary>The ARN of a session's role; of any other caller its own.</summary>
    public static string RoleOf(Principal caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Kind == PrincipalKind.RoleSession
            && Arn.Parse(caller.Text).TryGet(out var arn)
            && arn.Resource.ToString().Split('/') is [_, var role, ..]
            ? $"arn:{arn.Partition}:iam::{arn.Account}:role/{role}"
            : caller.Text;
    }
}
