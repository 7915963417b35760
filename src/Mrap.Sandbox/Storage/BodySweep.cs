using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Sqlite;
using Mrap.Sandbox.Storage.Writing;

namespace Mrap.Sandbox.Storage;

/// <summary>Removes the bodies that nothing refers to any more, in small steps between other changes.</summary>
internal sealed class BodySweep
{
    /// <summary>How many bodies one step removes at most.</summary>
    public const int StepLimit = 200;

    private readonly BodyFiles _files;
    private readonly BodyReader _reader;
    private readonly Statement _due;
    private readonly Statement _pieces;
    private readonly Statement _removePieces;
    private readonly Statement _removeBody;
    private readonly Statement _removeTrash;
    private readonly Statement _trash;

    /// <summary>Compiles the statements.</summary>
    public BodySweep(WriteSession session, BodyFiles files, BodyReader reader)
    {
        _files = files;
        _reader = reader;
        _due = session.Prepare(
            "SELECT t.body, b.bytes IS NULL FROM trash t LEFT JOIN bodies b ON b.id = t.body WHERE t.since <= ?1 AND t.body > ?2 ORDER BY "
                + "t.body LIMIT ?3");
        _pieces = session.Prepare("SELECT piece FROM pieces WHERE body = ?1");
        _removePieces = session.Prepare("DELETE FROM pieces WHERE body = ?1");
        _removeBody = session.Prepare("DELETE FROM bodies WHERE id = ?1");
        _removeTrash = session.Prepare("DELETE FROM trash WHERE body = ?1");
        _trash = session.Prepare("INSERT INTO trash(body, since) VALUES(?1, 0)");
    }

    /// <summary>Removes some of the bodies whose version was removed at or before an instant; those being read stay.</summary>
    /// <param name="since">Milliseconds since 1970.</param>
    /// <param name="after">The body to go on behind.</param>
    /// <returns>The last body looked at; null when there are no more.</returns>
    public long? Step(long since, long after)
    {
        var due = new List<(long Body, bool MayBeFile)>();
        _due.Bind(1, since).Bind(2, after).Bind(3, StepLimit);
        while (_due.Step())
        {
            due.Add((_due.Int64(0), _due.Flag(1)));
        }

        foreach (var (body, mayBeFile) in due)
        {
            if (!_reader.IsOpen(body))
            {
                Remove(body, mayBeFile);
            }
        }

        return due.Count < StepLimit ? null : due[^1].Body;
    }

    private void Remove(long body, bool mayBeFile)
    {
        // the file goes before its row: after a crash between the two the row is still there to try again
        if (mayBeFile)
        {
            _files.Remove(body);
        }

        var pieces = new List<long>();
        _pieces.Bind(1, body);
        while (_pieces.Step())
        {
            pieces.Add(_pieces.Int64(0));
        }

        foreach (var piece in pieces)
        {
            _trash.Bind(1, piece).Run();
        }

        _removePieces.Bind(1, body).Run();
        _removeBody.Bind(1, body).Run();
        _removeTrash.Bind(1, body).Run();
    }
}
