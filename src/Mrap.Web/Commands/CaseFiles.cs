namespace Mrap.Web.Commands;

/// <summary>Finds files by the names given on the command line.</summary>
/// <param name="standardInput">What `-` stands for.</param>
/// <param name="callerDirectory">The folder that the person's shell is in; nothing when it is not known.</param>
internal sealed class CaseFiles(Func<Stream> standardInput, string? callerDirectory)
{
    private const string StandardInput = "-";

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public Stream Open(string name) => name == StandardInput
        ? standardInput()
        : new FileStream(Find(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    /// <summary>The path of a file to write: a relative name means the folder of the shell.</summary>
    public string PathToWrite(string name) => callerDirectory is null ? name : Path.Combine(callerDirectory, name);

    // `dotnet run` starts the process in the repository; a relative name means the folder of the shell then.
    private string Find(string name)
    {
        if (File.Exists(name) || Path.IsPathFullyQualified(name) || callerDirectory is null)
        {
            return name;
        }

        var there = Path.Combine(callerDirectory, name);
        return File.Exists(there) ? there : name;
    }
}
