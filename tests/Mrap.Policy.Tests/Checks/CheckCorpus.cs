using Mrap.Policy.Cases;

namespace Mrap.Policy.Tests.Checks;

/// <summary>The cases of the corpus that expect findings.</summary>
internal static class CheckCorpus
{
    public static IReadOnlyList<CheckCase> Cases { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.jsonl", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => PolicyCaseReader.Read(line).Case)
            .OfType<CheckCase>(),
    ];
}
