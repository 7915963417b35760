namespace Mrap.Core.Drills;

/// <summary>A rule that a drill breaks.</summary>
/// <param name="Path">What breaks it, by the keys of a drill file with indexes from 0, such as <c>phases[1].set[0].latency</c>; empty for
/// the plan as a whole.</param>
/// <param name="Text">What is wrong: a sentence fragment to be shown after the path, without a full stop.</param>
public sealed record DrillFault(string Path, string Text)
{
    /// <summary>The fault as one line.</summary>
    public override string ToString() => Path.Length == 0 ? Text : $"{Path} {Text}";
}
