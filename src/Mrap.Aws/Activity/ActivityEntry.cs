namespace Mrap.Aws.Activity;

/// <summary>One change that somebody made or tried to make.</summary>
/// <param name="At">When.</param>
/// <param name="User">Who.</param>
/// <param name="Action">What was done, such as <c>Create access point</c>.</param>
/// <param name="Target">What it was done to, such as the name of the access point.</param>
/// <param name="Succeeded">Whether it went through.</param>
/// <param name="Detail">Why not; null when it did.</param>
public sealed record ActivityEntry(DateTimeOffset At, string User, string Action, string Target, bool Succeeded, string? Detail);
