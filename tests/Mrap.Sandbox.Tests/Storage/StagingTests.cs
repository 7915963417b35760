using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Tests.Storage;

public sealed class StagingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10)]
    [InlineData(300_000)]
    public async Task Body_ThatBreaksOff_LeavesNothing(int length)
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();

        await Should.ThrowAsync<IOException>(
            () => fixture.Store.StageAsync(new BrokenStream(length, new IOException("connection reset")), [], null, Cancellation));

        fixture.CountFiles("staging").ShouldBe(0);
        fixture.CountFiles("objects").ShouldBe(0);
    }

    [Fact]
    public async Task Body_CancelledMidway_LeavesNothing()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        using var cancelled = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(
            () => fixture.Store.StageAsync(new BrokenStream(300_000, cancelled), [], null, cancelled.Token));

        fixture.CountFiles("staging").ShouldBe(0);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public async Task Body_NeverPut_IsRemovedWhenDisposed(int size)
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();

        await using (var staged = await fixture.Store.StageAsync(new MemoryStream(new byte[size]), [], size, Cancellation))
        {
            staged.Size.ShouldBe(size);
            fixture.CountFiles("staging").ShouldBe(size > 64 * 1024 ? 1 : 0);
        }

        fixture.CountFiles("staging").ShouldBe(0);
    }

    [Theory]
    [InlineData(0L, 1_000)]
    [InlineData(5_000_000_000L, 1_000)]
    [InlineData(10L, 500_000)]
    [InlineData(64 * 1024L, (64 * 1024) + 1)]
    [InlineData(null, 64 * 1024)]
    public async Task Body_AnnouncedWrongly_IsReadToItsEndAllTheSame(long? announced, int size)
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();

        await using (var staged = await fixture.Store.StageAsync(new MemoryStream(StorageFixture.Bytes(size)), [], announced, Cancellation))
        {
            await fixture.Store.PutObjectAsync(
                StorageFixture.Bucket, "key", staged, StorageFixture.Attributes, WriteCondition.None, Cancellation);
        }

        (await fixture.ReadAsync("key")).ShouldBe(StorageFixture.Bytes(size));
    }

    [Fact]
    public async Task Leftovers_OfAnEarlierProcess_AreRemovedAtTheStart()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        await fixture.PutAsync("key", StorageFixture.Bytes(100_000));
        var staging = Path.Combine(fixture.RegionFolder, "staging");
        await File.WriteAllBytesAsync(Path.Combine(staging, "00000000000000ff"), [1, 2, 3], Cancellation);
        await File.WriteAllBytesAsync(Path.Combine(staging, "stray"), [1, 2, 3], Cancellation);

        await fixture.ReopenAsync();

        fixture.CountFiles("staging").ShouldBe(0);
        (await fixture.ReadAsync("key")).ShouldBe(StorageFixture.Bytes(100_000));
    }

    [Fact]
    public async Task File_CommittedButNotMoved_IsMovedAtTheStart()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        await fixture.PutAsync("key", StorageFixture.Bytes(100_000));
        var settled = Directory.EnumerateFiles(Path.Combine(fixture.RegionFolder, "objects"), "*", SearchOption.AllDirectories).Single();
        File.Move(settled, Path.Combine(fixture.RegionFolder, "staging", Path.GetFileName(settled)));
        (await fixture.ReadAsync("key")).ShouldBe(StorageFixture.Bytes(100_000));

        await fixture.ReopenAsync();

        File.Exists(settled).ShouldBeTrue();
        (await fixture.ReadAsync("key")).ShouldBe(StorageFixture.Bytes(100_000));
    }

    [Fact]
    public async Task RemovedBodies_AreSweptWhenTheirGraceIsOver()
    {
        await using var fixture = new StorageFixture();
        await fixture.CreateBucketAsync();
        await fixture.PutAsync("key", StorageFixture.Bytes(100_000));
        await fixture.DeleteAsync("key");
        fixture.CountFiles("objects").ShouldBe(1);

        fixture.Clock.Advance(StorageOptions.RemovalGrace + StorageOptions.RemovalGrace);

        // the sweep waits its turn behind the writer; a write that comes after it is done after it
        await fixture.PutAsync("other", "body");
        fixture.CountFiles("objects").ShouldBe(0);
    }

    /// <summary>Gives some bytes, then fails or has its reader cancelled.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        private readonly IOException? _fault;
        private readonly CancellationTokenSource? _cancel;

        public BrokenStream(int length, IOException fault)
            : base(new byte[length]) => _fault = fault;

        public BrokenStream(int length, CancellationTokenSource cancel)
            : base(new byte[length]) => _cancel = cancel;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await base.ReadAsync(buffer, cancellationToken);
            if (count > 0)
            {
                return count;
            }

            if (_fault is not null)
            {
                throw _fault;
            }

            await _cancel!.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return 0;
        }
    }
}
