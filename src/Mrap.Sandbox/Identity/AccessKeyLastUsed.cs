namespace Mrap.Sandbox.Identity;

/// <summary>The latest use of an access key.</summary>
/// <param name="At">When.</param>
/// <param name="Service">For which service, as its signatures name it.</param>
/// <param name="Region">In which Region, or set of Regions.</param>
internal sealed record AccessKeyLastUsed(DateTimeOffset At, string Service, string Region);
