using Mrap.Core.AccessPoints;

namespace Mrap.Core.Replication;

/// <summary>A rule of S3 that a replication configuration breaks.</summary>
/// <param name="Fault">What S3 answers.</param>
/// <param name="RuleIndex">Which rule is at fault, from 0; null when it is none in particular.</param>
/// <param name="ArgumentName">The argument that an <c>InvalidArgument</c> names; null for other codes.</param>
/// <param name="ArgumentValue">The value that an <c>InvalidArgument</c> repeats; null when it repeats none.</param>
public sealed record ReplicationFinding(
    ServiceFault Fault, int? RuleIndex = null, string? ArgumentName = null, string? ArgumentValue = null);
