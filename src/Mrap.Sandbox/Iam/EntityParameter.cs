using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>The parameter that names the user or role of a call.</summary>
internal static class EntityParameter
{
    private const int MaxUserName = 128;
    private const int MaxRoleName = 64;

    /// <summary>The name in <c>UserName</c> or <c>RoleName</c>.</summary>
    /// <exception cref="ServiceException">It is missing or breaks a rule.</exception>
    public static string Read(QueryCall call, EntityType type) =>
        type == EntityType.User ? IamRules.Name(call, "UserName", MaxUserName) : IamRules.Name(call, "RoleName", MaxRoleName);
}
