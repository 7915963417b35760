using System.Collections.Immutable;

namespace Mrap.Policy.Cases;

/// <summary>One test of policies: what is asked and what the answer should be. Written as one line of JSON.</summary>
/// <param name="Id">The case's identifier.</param>
/// <param name="Name">What the case shows; empty when it does not say.</param>
public abstract record PolicyCase(string Id, string Name)
{
    /// <summary>The expected answer as written.</summary>
    public abstract string Expected { get; }

    /// <summary>Works the answer out.</summary>
    /// <returns>The answer in the words that <see cref="Expected"/> uses.</returns>
    public abstract string Answer();

    /// <summary>Says how the answer came about, whether or not it is the expected one.</summary>
    /// <returns>Lines for people, the most telling first; each place is given by line and column in the text of its policy.</returns>
    public virtual ImmutableArray<string> Explain() => [];

    /// <summary>Whether the answer is the expected one.</summary>
    /// <returns>Whether the case passes.</returns>
    public bool Passes() => Answer() == Expected;
}
