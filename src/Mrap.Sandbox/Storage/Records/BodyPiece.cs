namespace Mrap.Sandbox.Storage.Records;

/// <summary>A piece of a composite body.</summary>
/// <param name="Offset">Where in the composite body it starts, in bytes.</param>
/// <param name="Body">The body with its bytes.</param>
/// <param name="Part">The part it was uploaded as.</param>
internal sealed record BodyPiece(long Offset, ObjectBody Body, ObjectPart Part);
