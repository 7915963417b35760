using System.Xml;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Xml;

/// <summary>Writes an answer document in the namespace of S3.</summary>
internal static class S3XmlAnswer
{
    private const string XmlNamespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// <summary>Answers 200 with a document.</summary>
    /// <param name="request">The request to answer.</param>
    /// <param name="root">The name of the root element.</param>
    /// <param name="content">Writes what is inside of it.</param>
    public static Task WriteAsync(S3Request request, string root, Action<XmlWriter> content) =>
        XmlAnswer.WriteAsync(request.Http, root, XmlNamespace, content);
}
