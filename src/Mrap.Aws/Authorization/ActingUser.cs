namespace Mrap.Aws.Authorization;

/// <summary>The person who asks for a change.</summary>
/// <param name="Name">The name for the activity log.</param>
/// <param name="Role">What the person may do.</param>
public sealed record ActingUser(string Name, Role Role)
{
    /// <summary>Whether the person may do what an action does.</summary>
    /// <param name="action">The action.</param>
    public bool May(ChangeAction action) => Role >= action.NeededRole();
}
