using Amazon.IdentityManagement.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.Replication.Planning;
using Mrap.Policy.Model;

namespace Mrap.Aws.Replication;

/// <summary>Makes the role that S3 assumes to replicate. Every step finds out what was done before.</summary>
public sealed class ReplicationRoles(AwsClients clients)
{
    private const string Missing = "NoSuchEntity";

    /// <summary>Makes the role, or has the right services assume the one there is.</summary>
    internal async Task<AwsFault?> EnsureAsync(ReplicationRoleDocuments role, CancellationToken cancellationToken)
    {
        var whatFailed = $"The role `{role.ShownName}` was not made.";
        var found = await AwsCall.InvokeAsync(
            whatFailed, () => clients.Iam().GetRoleAsync(new GetRoleRequest { RoleName = role.Name }, cancellationToken));
        if (!found.TryGet(out var answer, out var fault))
        {
            return fault.Code == Missing ? await CreateAsync(role, whatFailed, cancellationToken) : fault;
        }

        if (answer.Role?.Arn != role.Arn)
        {
            return AwsFaults.Invalid(
                whatFailed, $"A role of this name is there already, and is another one: `{answer.Role?.Arn}`.",
                "Rename or delete that role, then run this step again.");
        }

        if (IsSame(answer.Role.AssumeRolePolicyDocument, role.Trust, PolicyKind.Trust))
        {
            return null;
        }

        var request = new UpdateAssumeRolePolicyRequest { RoleName = role.Name, PolicyDocument = role.Trust };
        return (
            await AwsCall.InvokeAsync(whatFailed, () => clients.Iam().UpdateAssumeRolePolicyAsync(request, cancellationToken))).Fault;
    }

    /// <summary>Gives the role its policy, unless it has it.</summary>
    internal async Task<AwsFault?> PermitAsync(ReplicationRoleDocuments role, CancellationToken cancellationToken)
    {
        var whatFailed = $"The role `{role.ShownName}` was not given its policy.";
        var wanted = new GetRolePolicyRequest { RoleName = role.Name, PolicyName = ReplicationRole.PolicyName };
        var found = await AwsCall.InvokeAsync(whatFailed, () => clients.Iam().GetRolePolicyAsync(wanted, cancellationToken));
        if (!found.TryGet(out var answer, out var fault) && fault.Code != Missing)
        {
            return fault;
        }

        if (IsSame(answer?.PolicyDocument, role.Permissions, PolicyKind.Identity))
        {
            return null;
        }

        var request = new PutRolePolicyRequest
        {
            RoleName = role.Name,
            PolicyName = ReplicationRole.PolicyName,
            PolicyDocument = role.Permissions,
        };
        return (await AwsCall.InvokeAsync(whatFailed, () => clients.Iam().PutRolePolicyAsync(request, cancellationToken))).Fault;
    }

    private async Task<AwsFault?> CreateAsync(ReplicationRoleDocuments role, string whatFailed, CancellationToken cancellationToken)
    {
        var request = new CreateRoleRequest
        {
            RoleName = role.Name,
            Path = role.Path,
            AssumeRolePolicyDocument = role.Trust,
            Description = "Lets Amazon S3 replicate objects between the buckets of a Multi-Region Access Point",
        };
        var made = await AwsCall.InvokeAsync(whatFailed, () => clients.Iam().CreateRoleAsync(request, cancellationToken));

        // another run of the same plan may have made it meanwhile
        return made.Fault is { Code: "EntityAlreadyExists" } ? null : made.Fault;
    }

    // IAM hands documents out percent-encoded
    private static bool IsSame(string? encoded, string text, PolicyKind kind) =>
        encoded is not null
        && PolicyDocument.Parse(Uri.UnescapeDataString(encoded), kind).TryGet(out var found)
        && PolicyDocument.Parse(text, kind).TryGet(out var wanted)
        && found.Print() == wanted.Print();
}
