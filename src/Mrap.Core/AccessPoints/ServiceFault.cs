namespace Mrap.Core.AccessPoints;

/// <summary>A refusal in AWS's own words (AWS page "Error responses").</summary>
/// <param name="Code">The error code, such as <c>InvalidRequest</c>.</param>
/// <param name="HttpStatus">The HTTP status of a synchronous answer; 200 for a fault that only an asynchronous operation reports.</param>
/// <param name="Message">The message, a sentence.</param>
public sealed record ServiceFault(string Code, int HttpStatus, string Message);
