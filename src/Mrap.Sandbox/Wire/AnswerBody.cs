using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.Wire;

/// <summary>Writes bodies of answers that are at hand whole.</summary>
internal static class AnswerBody
{
    /// <summary>
    /// Writes a body and announces its length. It is sent once the request is over, so that whoever has read the answer finds the request
    /// in the journal.
    /// </summary>
    public static void Write(HttpResponse response, ReadOnlySpan<byte> body)
    {
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
    }
}
