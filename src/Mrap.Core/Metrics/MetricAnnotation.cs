namespace Mrap.Core.Metrics;

/// <summary>Something that happened, to be marked in charts.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Text">What: a sentence without a full stop.</param>
/// <param name="By">Who did it; null when nobody of this console did.</param>
public sealed record MetricAnnotation(DateTimeOffset At, MetricAnnotationKind Kind, string Text, string? By = null);
