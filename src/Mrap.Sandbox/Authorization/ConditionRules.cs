using Mrap.Policy.Checks;
using Mrap.Policy.Model;

namespace Mrap.Sandbox.Authorization;

/// <summary>Which conditions S3 refuses when a policy is put; the checks of the policy core find them.</summary>
internal static class ConditionRules
{
    /// <summary>What S3 says about the first condition that it does not take; null when it takes all.</summary>
    /// <param name="text">A document that is a policy.</param>
    public static string? Fault(string text)
    {
        foreach (var finding in PolicyChecks.Check(text, PolicyKind.Bucket))
        {
            var fault = finding.Code switch
            {
                "INVALID_CONDITION_OPERATOR" or "NULL_WITH_IF_EXISTS" =>
                    PolicyMessages.InvalidOperator(text.Substring(finding.Span.Start, finding.Span.Length).Trim('"')),
                "INVALID_CONDITION_KEY_FORMAT" or "INVALID_GLOBAL_CONDITION_KEY" or "INVALID_SERVICE_CONDITION_KEY"
                    or "MISSING_TAG_KEY_IN_CONDITION" =>
                    PolicyMessages.InvalidKey,
                "UNSUPPORTED_ACTION_FOR_CONDITION_KEY" => PolicyMessages.KeyWithoutAction,
                "TYPE_MISMATCH_IP_RANGE" => PolicyMessages.InvalidAddress,
                _ => null,
            };
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }
}
