namespace Mrap.Policy.Cases;

/// <summary>Keeps the first thing that is wrong with a case while the rest of it is read with stand-ins.</summary>
internal sealed class CaseFault
{
    /// <summary>What is wrong; nothing so far.</summary>
    public string? Message { get; private set; }

    /// <summary>Notes a fault, unless there is one already.</summary>
    public void Note(string message) => Message ??= message;
}
