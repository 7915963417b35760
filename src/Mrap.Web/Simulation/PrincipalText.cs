using Mrap.Policy.Evaluation;

namespace Mrap.Web.Simulation;

/// <summary>How a resource's policy names a caller.</summary>
public static class PrincipalText
{
    /// <summary>The type and the name in a Principal element; a session is named by its role.</summary>
    public static (string Type, string Name) Of(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Kind switch
        {
            CallerKind.Anonymous => ("AWS", "*"),
            CallerKind.Service => ("Service", caller.Text),
            CallerKind.IdentityProvider => ("Federated", caller.Text),
            CallerKind.Root or CallerKind.User or CallerKind.Role or CallerKind.RoleSession or CallerKind.FederatedUser =>
                ("AWS", RoleOf(caller)),
        };
    }

    /// <summary>The ARN of a session's role; of any other caller its own.</summary>
    public static string RoleOf(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var parts = caller.Text.Split('/');
        return caller.Kind == CallerKind.RoleSession && parts.Length > 1
            ? $"{parts[0].Replace(":sts:", ":iam:", StringComparison.Ordinal).Replace(":assumed-role", ":role", StringComparison.Ordinal)}/{parts[1]}"
            : caller.Text;
    }
}
