using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Writing;

/// <content>What the writers of versions said.</content>
internal sealed partial class WriteSession
{
    /// <summary>The size of a version's body in bytes.</summary>
    public long FindSize(long version)
    {
        _attributes.Bind(1, version).Step();
        var size = _attributes.Int64(1);
        _attributes.Reset();
        return size;
    }

    /// <summary>Reads what the writer of a version said.</summary>
    public ObjectAttributes FindAttributes(long version)
    {
        _attributes.Bind(1, version).Step();
        var attributes = AttributesText.Read(_attributes.Bytes(0));
        _attributes.Reset();
        return attributes;
    }

    /// <summary>Replaces what the writer of a version said.</summary>
    /// <param name="changed">When it was changed, in ticks since 1970.</param>
    public void SetAttributes(long version, ObjectAttributes attributes, long changed) =>
        _setAttributes.Bind(1, version).Bind(2, AttributesText.Write(attributes)).Bind(3, changed).Run();
}
