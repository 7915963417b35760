using System.Collections.Immutable;
using System.Text;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Reading;

/// <content>Multipart uploads.</content>
internal sealed partial class ReadSession
{
    /// <summary>Finds an upload under way.</summary>
    public MultipartUpload? FindUpload(BucketRow bucket, string key, string uploadId)
    {
        var found = Upload.Bind(1, uploadId).Bind(2, bucket.Id).Bind(3, Encoding.UTF8.GetBytes(key)).Step()
            ? ReadUpload(Upload, bucket.Record.Name)
            : null;
        Upload.Reset();
        return found;
    }

    /// <summary>The parts of an upload behind a number.</summary>
    public ImmutableArray<UploadedPart> ListParts(string uploadId, int after, int limit)
    {
        var parts = ImmutableArray.CreateBuilder<UploadedPart>();
        Parts.Bind(1, uploadId).Bind(2, after).Bind(3, limit);
        while (Parts.Step())
        {
            parts.Add(
                new UploadedPart(
                    (int)Parts.Int64(0), Parts.Int64(1), Parts.Text(2), DateTimeOffset.FromUnixTimeMilliseconds(Parts.Int64(3)),
                    ChecksumText.Read(Parts.Text(4))));
        }

        return parts.ToImmutable();
    }
}
