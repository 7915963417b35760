using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>The decisions of a simulation.</summary>
public class PolicyEvaluationDecisionType : ConstantClass
{
    /// <summary>Constant Allowed.</summary>
    public static readonly PolicyEvaluationDecisionType Allowed = new("allowed");

    /// <summary>Constant ExplicitDeny.</summary>
    public static readonly PolicyEvaluationDecisionType ExplicitDeny = new("explicitDeny");

    /// <summary>Constant ImplicitDeny.</summary>
    public static readonly PolicyEvaluationDecisionType ImplicitDeny = new("implicitDeny");

    /// <summary>Names a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public PolicyEvaluationDecisionType(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static PolicyEvaluationDecisionType FindValue(string value) => FindValue<PolicyEvaluationDecisionType>(value);

    /// <summary>Finds the constant, or makes one for a value that is not known.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator PolicyEvaluationDecisionType(string value) => FindValue(value);
}
