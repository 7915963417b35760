using Mrap.Signing.Bodies;

namespace Mrap.Sandbox.Identity;

/// <summary>Who sent a request and how its body is bound to that.</summary>
/// <param name="Payload">How the body is bound to the signature.</param>
/// <param name="Chunks">The chain of chunk signatures; null unless the chunks are signed.</param>
internal sealed record Authentication(Caller Caller, PayloadDeclaration Payload, ChunkSignatureChain? Chunks);
