using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;

namespace Mrap.Policy.Checks.Subject;

/// <summary>A family of checks that look at the same part of a policy.</summary>
internal interface IPolicyCheck
{
    /// <summary>The rules it can report.</summary>
    ImmutableArray<CheckRule> Rules { get; }

    /// <summary>Looks at a policy and reports what it finds. Whatever could be read is shown, so any part may be missing.</summary>
    void Run(CheckedPolicy policy, FindingList findings);
}
