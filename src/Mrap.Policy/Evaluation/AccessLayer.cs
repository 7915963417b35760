namespace Mrap.Policy.Evaluation;

/// <summary>One of the two resources that a request through an access point is decided at.</summary>
/// <param name="Policies">The policies that count there: the caller's own are the same at both, the resource's differ.</param>
/// <param name="Request">The request for that resource, its owner's account and context.</param>
public sealed record AccessLayer(PolicySet Policies, AccessRequest Request);
