namespace Mrap.Sandbox.Identity;

/// <summary>A long-term access key.</summary>
/// <param name="Id">The key's ID.</param>
/// <param name="Secret">The secret that goes with it.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="IsActive">Whether it may sign.</param>
internal sealed record AccessKey(string Id, string Secret, DateTimeOffset CreatedAt, bool IsActive = true)
{
    /// <summary>Names the key without the secret.</summary>
    public override string ToString() => Id;
}
