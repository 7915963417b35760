namespace Mrap.Architecture.Circles.Lower;

/// <summary>Makes the way down the stronger edge of the circle.</summary>
internal sealed class RoundAgain;
