using System.Xml;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Services;

/// <summary>An operation of the AWS Query protocol.</summary>
/// <param name="Name">Its name, the <c>Action</c> of a call.</param>
/// <param name="Answer">
/// Does what is asked and gives what writes the inside of the <c>Result</c> element, or null for an operation that has none.
/// A call that is refused throws <see cref="ServiceException"/>.
/// </param>
internal sealed record QueryOperation(string Name, Func<QueryCall, Action<XmlWriter>?> Answer);
