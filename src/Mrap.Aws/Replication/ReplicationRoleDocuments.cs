namespace Mrap.Aws.Replication;

/// <summary>A role with its documents.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path, such as <c>/service-role/</c>.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Trust">Who may assume it, JSON.</param>
/// <param name="Permissions">What it may do, JSON.</param>
public sealed record ReplicationRoleDocuments(string Name, string Path, string Arn, string Trust, string Permissions)
{
    /// <summary>The path and the name as consoles show them, such as <c>service-role/s3-replication-demo</c>.</summary>
    public string ShownName => $"{Path.Trim('/')}/{Name}";
}
