using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Writing;

/// <content>The bodies of versions and parts.</content>
internal sealed partial class WriteSession
{
    /// <summary>Makes a staged body part of the transaction.</summary>
    /// <returns>The body to refer to.</returns>
    public ObjectBody Take(StoredBody body)
    {
        _insertBody.Bind(1, body.Id);
        if (body.IsFile)
        {
            _insertBody.BindNull(2);
        }
        else
        {
            _insertBody.Bind(2, body.Inline);
        }

        _insertBody.Run();
        _takenBodies.Add(body);
        return new ObjectBody(body.Id, body.Size, isComposite: false);
    }

    /// <summary>Adds a body that is kept in the database.</summary>
    public void InsertInline(long body, ReadOnlySpan<byte> bytes) => _insertBody.Bind(1, body).Bind(2, bytes).Run();

    /// <summary>Adds a body that is made of pieces.</summary>
    public void InsertComposite(long body) => _insertBody.Bind(1, body).BindNull(2).Run();

    /// <summary>Leaves a body that nothing refers to any more to the sweep; 0 is none.</summary>
    public void Discard(long body)
    {
        if (body != 0)
        {
            _trash.Bind(1, body).Bind(2, Now).Run();
        }
    }
}
