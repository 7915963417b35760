using Mrap.Policy.Cases;

namespace Mrap.Core.TestCases;

/// <summary>A test case that is kept with an access point's policy.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Position">Its place among the others.</param>
/// <param name="Test">What is asked and expected, with the policies of the time it was saved.</param>
public sealed record SavedCase(Guid Id, int Position, DecisionCase Test);
