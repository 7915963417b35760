using Mrap.Policy.Matching.Context;

namespace Mrap.Policy.Matching.Conditions;

/// <summary>The values that a condition lists, made ready for comparing.</summary>
internal abstract class ConditionTest
{
    /// <summary>Compares one value of the request with all of them.</summary>
    public abstract Comparison Compare(string value, RequestContext context);
}
