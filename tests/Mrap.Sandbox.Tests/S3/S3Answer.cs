using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Tests.S3;

internal sealed record S3Answer(int Status, IHeaderDictionary Headers, byte[] Body, ServiceError? Error)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Code => Error?.Code;

    public XElement Xml => XDocument.Parse(Text, LoadOptions.PreserveWhitespace).Root!;

    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    public string? Element(string name) => All(name).FirstOrDefault();

    public List<string> All(string name) =>
        [.. Xml.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value)];

    public List<string> All(string parent, string name) =>
        [
            .. Xml.Descendants()
            .Where(element => element.Name.LocalName == name && element.Parent!.Name.LocalName == parent)
            .Select(element => element.Value)];

    public S3Answer ShouldFail(int status, string code)
    {
        Error.ShouldNotBeNull();
        Error.Code.ShouldBe(code);
        Status.ShouldBe(status);
        return this;
    }

    public S3Answer ShouldSucceed(int status = 200)
    {
        (Error is null ? null : $"{Error.Code}: {Error.Message}").ShouldBeNull();
        Status.ShouldBe(status);
        return this;
    }
}
