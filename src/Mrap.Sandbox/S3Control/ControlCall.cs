using System.Xml;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>An S3 Control request, addressed and authenticated.</summary>
/// <param name="Operation">What it asks for.</param>
/// <param name="Caller">Who sent it; a user of <paramref name="Account"/>.</param>
/// <param name="Account">The account it works on.</param>
/// <param name="Region">The Region whose endpoint it came to.</param>
/// <param name="Argument">What its path names, decoded.</param>
/// <param name="Body">Its body, whole and checked.</param>
internal sealed record ControlCall(
    Exchange Exchange, ControlOperation Operation, Caller.Signed Caller, AccountId Account, RegionId Region, string Argument, byte[] Body)
{
    /// <summary>Answers with a document.</summary>
    /// <param name="root">The name of the root element.</param>
    /// <param name="content">Writes what is in it.</param>
    public Task AnswerAsync(string root, Action<XmlWriter> content) => XmlAnswer.WriteAsync(Exchange.Http, root, string.Empty, content);
}
