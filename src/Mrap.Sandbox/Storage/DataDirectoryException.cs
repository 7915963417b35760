namespace Mrap.Sandbox.Storage;

/// <summary>
/// The data directory cannot be used. The message is one sentence that names the setting, fit to be shown to the person who starts the
/// sandbox.
/// </summary>
/// <param name="message">The sentence.</param>
/// <param name="cause">What the operating system said; null when the directory itself is at fault.</param>
public sealed class DataDirectoryException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The directory is held by another process.</summary>
    /// <param name="cause">The failure to lock it.</param>
    /// <returns>The exception to throw.</returns>
    internal static DataDirectoryException InUse(string directory, Exception cause) =>
        new($"Sandbox:DataDirectory `{directory}` is in use by another process.", cause);

    /// <summary>The directory cannot be made or written.</summary>
    /// <param name="cause">The failure.</param>
    /// <returns>The exception to throw.</returns>
    internal static DataDirectoryException NotWritable(string directory, Exception cause) =>
        new($"Sandbox:DataDirectory `{directory}` cannot be written: {cause.Message.TrimEnd('.')}.", cause);
}
