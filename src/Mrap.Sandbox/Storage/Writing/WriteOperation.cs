namespace Mrap.Sandbox.Storage.Writing;

/// <summary>A change waiting for the Region's writer.</summary>
internal abstract class WriteOperation
{
    /// <summary>Makes the change inside the transaction of its group. An exception undoes this change alone.</summary>
    /// <param name="session">The writer's statements.</param>
    public abstract void Apply(WriteSession session);

    /// <summary>Shows the committed change to readers from memory.</summary>
    public abstract void Publish();

    /// <summary>Tells the caller that the change is made for good.</summary>
    public abstract void Acknowledge();

    /// <summary>Tells the caller that nothing was changed.</summary>
    /// <param name="fault">Why.</param>
    public abstract void Fail(Exception fault);
}
