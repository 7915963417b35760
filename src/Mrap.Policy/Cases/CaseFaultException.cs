namespace Mrap.Policy.Cases;

/// <summary>Leaves the reading of a case at its first fault; never leaves the reader.</summary>
internal sealed class CaseFaultException(string message) : Exception(message);
