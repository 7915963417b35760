using System.Xml.Linq;
using Amazon.IdentityManagement.Model;
using Mrap.AwsSdk.Protocol;

namespace Amazon.IdentityManagement.Internal;

/// <summary>Reads the shapes that answers hold.</summary>
internal static class IdentityManagementAnswers
{
    public static Role? Role(XElement parent) => ResponseXml.Child(parent, "Role") is { } role
        ? new()
        {
            Arn = ResponseXml.Text(role, "Arn"),
            AssumeRolePolicyDocument = ResponseXml.Text(role, "AssumeRolePolicyDocument"),
            CreateDate = ResponseXml.Time(role, "CreateDate"),
            Description = ResponseXml.Text(role, "Description"),
            MaxSessionDuration = ResponseXml.Int(role, "MaxSessionDuration"),
            Path = ResponseXml.Text(role, "Path"),
            RoleId = ResponseXml.Text(role, "RoleId"),
            RoleName = ResponseXml.Text(role, "RoleName"),
            Tags = ResponseXml.List(role, "Tags", Tag),
        }
        : null;

    public static AttachedPolicyType AttachedPolicy(XElement policy) => new()
    {
        PolicyArn = ResponseXml.Text(policy, "PolicyArn"),
        PolicyName = ResponseXml.Text(policy, "PolicyName"),
    };

    public static EvaluationResult Evaluation(XElement result) => new()
    {
        EvalActionName = ResponseXml.Text(result, "EvalActionName"),
        EvalDecision = Decision(result, "EvalDecision"),
        EvalResourceName = ResponseXml.Text(result, "EvalResourceName"),
        MissingContextValues = ResponseXml.Texts(result, "MissingContextValues"),
        ResourceSpecificResults = ResponseXml.List(result, "ResourceSpecificResults", OfResource),
    };

    private static ResourceSpecificResult OfResource(XElement result) => new()
    {
        EvalResourceDecision = Decision(result, "EvalResourceDecision"),
        EvalResourceName = ResponseXml.Text(result, "EvalResourceName"),
    };

    private static PolicyEvaluationDecisionType? Decision(XElement parent, string name) =>
        ResponseXml.Constant(parent, name, PolicyEvaluationDecisionType.FindValue);

    private static Tag Tag(XElement tag) => new() { Key = ResponseXml.Text(tag, "Key"), Value = ResponseXml.Text(tag, "Value") };
}
