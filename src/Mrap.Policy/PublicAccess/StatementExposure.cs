namespace Mrap.Policy.PublicAccess;

/// <summary>Whether one statement lets the public in, and why.</summary>
/// <param name="Statement">The statement's place in the policy, from 0.</param>
/// <param name="IsPublic">Whether it lets the public in.</param>
/// <param name="Reason">Why, as a lower-case sentence fragment.</param>
/// <param name="IsContested">Whether what keeps it from being public is not on AWS's published list, or AWS does not say.</param>
public sealed record StatementExposure(int Statement, bool IsPublic, string Reason, bool IsContested);
