using System.Net;
using Amazon.Runtime;

namespace Mrap.AwsSdk.Protocol;

/// <summary>An answer that refuses.</summary>
internal sealed record QueryError(
    string Message, Exception? Inner, ErrorType Type, string Code, string RequestId, HttpStatusCode Status);
