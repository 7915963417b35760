using Mrap.Aws.Authorization;

namespace Mrap.Web.Tests;

/// <summary>Says who acts; it can become somebody else.</summary>
public sealed class ActingAs(ActingUser user) : ICurrentUser
{
    public static ActingUser Administrator { get; } = new("ada", Role.Administrator);

    public static ActingUser Viewer { get; } = new("vic", Role.Viewer);

    public ActingUser Current { get; set; } = user;
}
