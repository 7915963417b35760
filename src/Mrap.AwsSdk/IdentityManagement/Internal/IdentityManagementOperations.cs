using Amazon.IdentityManagement.Model;
using Amazon.Runtime.Internal;
using Mrap.AwsSdk.Protocol;

namespace Amazon.IdentityManagement.Internal;

/// <summary>How each operation goes out and comes back.</summary>
internal static class IdentityManagementOperations
{
    private static readonly QueryDialect s_dialect = new("Amazon.IdentityManagement", "2010-05-08", IdentityManagementErrors.Of);

    public static InvokeOptions GetRole { get; } = s_dialect.Operation<GetRoleRequest, GetRoleResponse>(
        nameof(GetRole),
        (form, r) => form.Add("RoleName", r.RoleName),
        x => new() { Role = IdentityManagementAnswers.Role(x) });

    public static InvokeOptions CreateRole { get; } = s_dialect.Operation<CreateRoleRequest, CreateRoleResponse>(
        nameof(CreateRole),
        (form, r) =>
        {
            form.Add("AssumeRolePolicyDocument", r.AssumeRolePolicyDocument);
            form.Add("Description", r.Description);
            form.Add("MaxSessionDuration", r.MaxSessionDuration);
            form.Add("Path", r.Path);
            form.Add("PermissionsBoundary", r.PermissionsBoundary);
            form.Add("RoleName", r.RoleName);
            form.Add("Tags", r.Tags, (tag, value) =>
            {
                tag.Add("Key", value.Key);
                tag.Add("Value", value.Value);
            });
        },
        x => new() { Role = IdentityManagementAnswers.Role(x) });

    public static InvokeOptions UpdateAssumeRolePolicy { get; } =
        s_dialect.Operation<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse>(
        nameof(UpdateAssumeRolePolicy),
        (form, r) =>
        {
            form.Add("PolicyDocument", r.PolicyDocument);
            form.Add("RoleName", r.RoleName);
        },
        _ => new());

    public static InvokeOptions DeleteRole { get; } = s_dialect.Operation<DeleteRoleRequest, DeleteRoleResponse>(
        nameof(DeleteRole),
        (form, r) => form.Add("RoleName", r.RoleName),
        _ => new());

    public static InvokeOptions PutRolePolicy { get; } = s_dialect.Operation<PutRolePolicyRequest, PutRolePolicyResponse>(
        nameof(PutRolePolicy),
        (form, r) =>
        {
            form.Add("PolicyDocument", r.PolicyDocument);
            form.Add("PolicyName", r.PolicyName);
            form.Add("RoleName", r.RoleName);
        },
        _ => new());

    public static InvokeOptions GetRolePolicy { get; } = s_dialect.Operation<GetRolePolicyRequest, GetRolePolicyResponse>(
        nameof(GetRolePolicy),
        (form, r) =>
        {
            form.Add("PolicyName", r.PolicyName);
            form.Add("RoleName", r.RoleName);
        },
        x => new()
        {
            PolicyDocument = ResponseXml.Text(x, "PolicyDocument"),
            PolicyName = ResponseXml.Text(x, "PolicyName"),
            RoleName = ResponseXml.Text(x, "RoleName"),
        });

    public static InvokeOptions ListRolePolicies { get; } = s_dialect.Operation<ListRolePoliciesRequest, ListRolePoliciesResponse>(
        nameof(ListRolePolicies),
        (form, r) =>
        {
            form.Add("Marker", r.Marker);
            form.Add("MaxItems", r.MaxItems);
            form.Add("RoleName", r.RoleName);
        },
        x => new()
        {
            IsTruncated = ResponseXml.Bool(x, "IsTruncated"),
            Marker = ResponseXml.Text(x, "Marker"),
            PolicyNames = ResponseXml.Texts(x, "PolicyNames"),
        });

    public static InvokeOptions DeleteRolePolicy { get; } = s_dialect.Operation<DeleteRolePolicyRequest, DeleteRolePolicyResponse>(
        nameof(DeleteRolePolicy),
        (form, r) =>
        {
            form.Add("PolicyName", r.PolicyName);
            form.Add("RoleName", r.RoleName);
        },
        _ => new());

    public static InvokeOptions ListAttachedRolePolicies { get; } =
        s_dialect.Operation<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse>(
        nameof(ListAttachedRolePolicies),
        (form, r) =>
        {
            form.Add("Marker", r.Marker);
            form.Add("MaxItems", r.MaxItems);
            form.Add("PathPrefix", r.PathPrefix);
            form.Add("RoleName", r.RoleName);
        },
        x => new()
        {
            AttachedPolicies = ResponseXml.List(x, "AttachedPolicies", IdentityManagementAnswers.AttachedPolicy),
            IsTruncated = ResponseXml.Bool(x, "IsTruncated"),
            Marker = ResponseXml.Text(x, "Marker"),
        });

    public static InvokeOptions SimulatePrincipalPolicy { get; } =
        s_dialect.Operation<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse>(
        nameof(SimulatePrincipalPolicy),
        (form, r) =>
        {
            form.Add("ActionNames", r.ActionNames);
            form.Add("Marker", r.Marker);
            form.Add("MaxItems", r.MaxItems);
            form.Add("PolicyInputList", r.PolicyInputList);
            form.Add("PolicySourceArn", r.PolicySourceArn);
            form.Add("ResourceArns", r.ResourceArns);
            form.Add("ResourcePolicy", r.ResourcePolicy);
        },
        x => new()
        {
            EvaluationResults = ResponseXml.List(x, "EvaluationResults", IdentityManagementAnswers.Evaluation),
            IsTruncated = ResponseXml.Bool(x, "IsTruncated"),
            Marker = ResponseXml.Text(x, "Marker"),
        });
}
