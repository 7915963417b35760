using Mrap.Aws.Authorization;

namespace Mrap.Aws.Tests;

/// <summary>Says who acts; it can become somebody else.</summary>
internal sealed class ActingAs(ActingUser user) : ICurrentUser
{
    public static ActingUser Administrator { get; } = new("ada", Role.Administrator);

    public ActingUser Current { get; set; } = user;
}
