using System.Collections.Immutable;

namespace Mrap.Policy.PublicAccess;

/// <summary>Whether Block Public Access counts a policy as public (Amazon S3 User Guide, "The meaning of public").</summary>
/// <param name="IsPublic">Whether any Allow statement is public. Deny statements do not rescue: AWS does not say that they do, and the
/// careful reading is taken.</param>
/// <param name="Statements">One entry for each Allow statement, in the order of the policy.</param>
public sealed record PublicVerdict(bool IsPublic, ImmutableArray<StatementExposure> Statements);
