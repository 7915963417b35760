namespace Mrap.Sandbox.Configuration;

/// <summary>
/// The sandbox cannot start for a reason that its user can put right. The message is made of sentences that name the settings.
/// </summary>
public sealed class SandboxStartException : Exception
{
    /// <summary>Makes an exception with the sentence to show.</summary>
    /// <param name="message">The sentence.</param>
    public SandboxStartException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with the sentence to show and its cause.</summary>
    /// <param name="message">The sentence.</param>
    /// <param name="cause">What went wrong below.</param>
    public SandboxStartException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
