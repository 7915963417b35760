namespace Mrap.Policy.Checks.Statements;

/// <summary>The largest policy that AWS takes in one place.</summary>
/// <param name="Name">What the quota is for, in words.</param>
/// <param name="Limit">The limit, in the unit.</param>
/// <param name="Counts">What counts towards it.</param>
/// <param name="IsAssumed">Whether AWS publishes no figure and the one of a like policy is taken.</param>
public sealed record PolicyQuota(string Name, int Limit, SizeUnit Counts, bool IsAssumed = false);
