namespace Mrap.Aws.Authorization;

/// <summary>
/// Who acts in this circuit, request or command. It is asked when a change begins: a change that outlives its circuit stays the change of
/// the person who began it.
/// </summary>
public interface ICurrentUser
{
    /// <summary>The person.</summary>
    ActingUser Current { get; }
}
