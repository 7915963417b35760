namespace Mrap.Aws.Authorization;

/// <summary>The person who asks for a change.</summary>
/// <param name="Name">The name for the activity log.</param>
/// <param name="Role">What the person may do.</param>
public sealed record ActingUser(string Name, Role Role)
{
    /// <summary>Whoever sits at this machine while sign-in is off.</summary>
    public static ActingUser Loopback { get; } = new("local user", Role.Administrator);
}
