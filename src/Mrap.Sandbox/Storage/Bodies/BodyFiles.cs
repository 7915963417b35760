using System.Globalization;

namespace Mrap.Sandbox.Storage.Bodies;

/// <summary>
/// The files of a Region's bodies. A file is written in <c>staging</c> under the number of its body and moves to <c>objects</c> once the
/// row that owns it is
/// committed; so after a crash only <c>staging</c> has to be looked through: a file whose row is there moves on, any other belongs to no
/// acknowledged write.
/// </summary>
/// <param name="folder">The Region's folder.</param>
internal sealed class BodyFiles(string folder)
{
    private readonly string _objects = Path.Combine(folder, "objects");

    /// <summary>The folder of bodies that belong to nothing yet.</summary>
    public string Staging { get; } = Path.Combine(folder, "staging");

    /// <summary>Makes the folders.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Staging);
        Directory.CreateDirectory(_objects);
    }

    /// <summary>The path of a body in the making.</summary>
    public string StagingPath(long body) => Path.Combine(Staging, Name(body));

    /// <summary>Moves the file of a committed body to its place.</summary>
    /// <exception cref="IOException">It could not be moved; it stays readable where it is.</exception>
    public void MoveToPlace(long body)
    {
        var target = ObjectPath(body);
        try
        {
            File.Move(StagingPath(body), target, overwrite: true);
        }
        catch (DirectoryNotFoundException)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(StagingPath(body), target, overwrite: true);
        }
    }

    /// <summary>Opens the file of a body; removing it meanwhile takes its name, not its bytes.</summary>
    public FileStream Open(long body)
    {
        // a body just committed is on its way from one place to the other
        return TryOpen(ObjectPath(body)) ?? TryOpen(StagingPath(body)) ?? OpenAt(ObjectPath(body));
    }

    /// <summary>Removes the file of a body; one that is not there is no fault.</summary>
    public void Remove(long body)
    {
        Remove(ObjectPath(body));
        Remove(StagingPath(body));
    }

    /// <summary>Removes the file of a body that was never committed.</summary>
    public void RemoveStaged(long body) => Remove(StagingPath(body));

    /// <summary>Looks through what a previous process left in staging.</summary>
    /// <param name="isKnown">Whether a body has a row.</param>
    /// <returns>How many files belonged to nothing and were removed.</returns>
    public int Recover(Func<long, bool> isKnown)
    {
        var removed = 0;
        foreach (var path in Directory.EnumerateFiles(Staging).ToList())
        {
            if (
                long.TryParse(Path.GetFileName(path), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var body)
                    && isKnown(body))
            {
                MoveToPlace(body);
            }
            else
            {
                File.Delete(path);
                removed++;
            }
        }

        return removed;
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return OpenAt(path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static FileStream OpenAt(string path) =>
        new(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.Asynchronous
            });

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // nothing with this name was ever stored
        }
    }

    // 256 files to a folder, filled one after the other: neighbours in time are neighbours on disk
    private string ObjectPath(long body) =>
        Path.Combine(
            _objects, (body >> 16).ToString("x4", CultureInfo.InvariantCulture),
            ((body >> 8) & 0xFF).ToString("x2", CultureInfo.InvariantCulture), Name(body));

    private static string Name(long body) => body.ToString("x16", CultureInfo.InvariantCulture);
}
