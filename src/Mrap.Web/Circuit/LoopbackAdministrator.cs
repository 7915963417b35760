using Mrap.Aws.Authorization;

namespace Mrap.Web.Circuit;

/// <summary>Who acts while sign-in is off: whoever sits at this machine may do everything.</summary>
public sealed class LoopbackAdministrator : ICurrentUser
{
    /// <inheritdoc/>
    public ActingUser Current { get; } = new("local user", Role.Administrator);
}
