using System.Collections.Immutable;

namespace Mrap.Architecture;

/// <summary>The source files of the repository that these tests were built in.</summary>
internal static class Sources
{
    private static readonly string s_root = Root();

    /// <summary>The C# files below a folder of the repository, by path from its root; what builds leave is left out.</summary>
    public static IEnumerable<string> Below(string folder) => Directory
        .EnumerateFiles(Path.Combine(s_root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(s_root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    /// <summary>The lines of a file.</summary>
    public static ImmutableArray<string> Lines(string file) => [.. File.ReadLines(Path.Combine(s_root, file))];

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(s_root, file));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Console.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("these tests run in the repository");
        }

        return folder;
    }
}
