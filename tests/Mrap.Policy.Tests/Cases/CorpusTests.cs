using Mrap.Policy.Cases;

namespace Mrap.Policy.Tests.Cases;

/// <summary>Every line of every file in the corpus folder is a test; adding one needs no code.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (
                var file in Directory.EnumerateFiles(
                    Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                foreach (var line in File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)))
                {
                    cases.Add(Path.GetFileName(file), line);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_OfTheCorpus_IsAnsweredAsExpected(string file, string line)
    {
        var outcome = PolicyCaseReader.Read(line);

        outcome.Fault.ShouldBeNull($"{file}: {line}");
        outcome.Case!.Answer().ShouldBe(
            CorpusCorrections.AnswerTo(outcome.Case), $"{file}, {outcome.Case.Id}: {outcome.Case.Name}");
    }

    [Fact]
    public void Corrections_AreOfCasesThatExpectSomethingElse()
    {
        var cases = Cases.Select(row => PolicyCaseReader.Read(row.Data.Item2).Case!).ToDictionary(found => found.Id);

        CorpusCorrections.Answers.ShouldAllBe(correction => cases[correction.Key].Expected != correction.Value);
    }

    [Fact]
    public void Corpus_Identifiers_AreUnique() => Cases
        .Select(row => PolicyCaseReader.Read(row.Data.Item2).Case!.Id)
        .GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
}
