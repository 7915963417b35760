using Mrap.Core.AccessPoints;
using Mrap.Policy.Text;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>What holds for the permissions boundaries of users and roles alike.</summary>
internal static class Boundaries
{
    private const string Parameter = "PermissionsBoundary";

    /// <summary>The boundary that a call brings; null for none.</summary>
    /// <exception cref="ServiceException">It is no ARN of a managed policy.</exception>
    public static string? Read(QueryCall call) => call.Form.Optional(Parameter) is { } arn ? IamRules.PolicyArn(Parameter, arn) : null;

    /// <summary>Makes sure that the policy of a boundary is there.</summary>
    /// <exception cref="ServiceException">It is not.</exception>
    public static void CheckExists(Identities all, AccountId account, string? arn)
    {
        if (arn is not null && all.FindPolicy(arn, account) is null)
        {
            throw IamErrors.NoSuchEntity($"Scope ARN: {DisplayText.Truncate(arn)} does not exist or is not attachable.");
        }
    }
}
