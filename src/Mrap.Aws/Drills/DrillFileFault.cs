namespace Mrap.Aws.Drills;

/// <summary>What is wrong in a drill file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">A sentence fragment.</param>
public sealed record DrillFileFault(int Line, string Text)
{
    /// <summary>The fault as one line.</summary>
    public override string ToString() => $"line {Line}: {Text}";
}
