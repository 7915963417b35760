namespace Mrap.Aws.Settings;

/// <summary>What a bucket answered.</summary>
/// <typeparam name="T">A document.</typeparam>
/// <param name="Value">The document; null when nothing is set.</param>
internal sealed record Found<T>(T? Value)
    where T : class;
