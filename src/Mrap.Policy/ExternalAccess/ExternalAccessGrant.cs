using System.Collections.Immutable;
using Mrap.Policy.Model;

namespace Mrap.Policy.ExternalAccess;

/// <summary>One thing that a resource's policy lets somebody outside the owner's account do.</summary>
/// <param name="Statement">The Allow statement's place in the policy, from 0.</param>
/// <param name="Group">Who gets in.</param>
/// <param name="Name">The account, principal, organisation, service or provider; `*` where no name limits it.</param>
/// <param name="Actions">What is permitted: the statement's Action or NotAction.</param>
/// <param name="Resources">On what: the statement's Resource or NotResource; nothing in trust policies.</param>
/// <param name="Conditions">The conditions that also must hold; empty when there are none.</param>
public sealed record ExternalAccessGrant(
    int Statement, ExternalAccessGroup Group, string Name, PolicyEntries Actions, PolicyEntries? Resources,
    ImmutableArray<ConditionBlock> Conditions);
