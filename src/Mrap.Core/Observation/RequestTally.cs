namespace Mrap.Core.Observation;

/// <summary>Requests that have something in common.</summary>
/// <typeparam name="TSubject">What they have in common.</typeparam>
/// <param name="Subject">It; null when it is not known.</param>
/// <param name="Count">How many they are, 1 or more.</param>
/// <param name="Share">Their part of all requests, 0 to 1.</param>
/// <param name="Errors">How many of them failed.</param>
/// <param name="MedianMilliseconds">How long half of them took at most.</param>
public sealed record RequestTally<TSubject>(TSubject Subject, int Count, double Share, int Errors, double MedianMilliseconds);
