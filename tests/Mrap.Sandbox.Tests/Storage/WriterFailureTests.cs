using Microsoft.Extensions.Logging;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Sqlite;
using Mrap.Sandbox.Storage.Writing;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Storage;

/// <summary>A fault that the writer of a Region does not expect ends its work, and nobody waits for it for ever.</summary>
public sealed class WriterFailureTests
{
    private const int WriterFailed = 3106;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UnexpectedFault_FailsTheChangesThatWaitAndThoseThatCome()
    {
        var loggers = new EventLoggers();
        await using var place = new WriterPlace(loggers.CreateLogger("writer"));
        using var began = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        var fatal = place.Writer.WriteAsync<bool>(
            _ =>
            {
                began.Release();
                return goOn.Wait(TimeSpan.FromMinutes(1), Cancellation);
            },
            _ => throw new InvalidOperationException("not foreseen"),
            Cancellation);
        await began.WaitAsync(Cancellation);
        var waiting = Enumerable.Range(0, 3).Select(_ => place.Writer.WriteAsync(_ => true, publish: null, Cancellation)).ToArray();

        goOn.Release();

        foreach (var change in (Task[])[fatal, .. waiting, place.Writer.WriteAsync(_ => true, publish: null, Cancellation)])
        {
            var stopped = await Should.ThrowAsync<WriterStoppedException>(() => change.WaitAsync(TimeSpan.FromMinutes(1), Cancellation));
            stopped.InnerException.ShouldBeOfType<InvalidOperationException>().Message.ShouldBe("not foreseen");
        }

        await place.DisposeAsync();
        loggers.Events.ShouldBe([WriterFailed]);
    }

    [Fact]
    public async Task Store_ThatIsClosed_SaysSo()
    {
        var place = new WriterPlace(new EventLoggers().CreateLogger("writer"));
        await place.DisposeAsync();

        var stopped = await Should.ThrowAsync<WriterStoppedException>(
            () => place.Writer.WriteAsync(_ => true, publish: null, Cancellation));

        stopped.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public async Task Requests_AfterTheWriterFailed_AreAnsweredAndReadsGoOn()
    {
        await using var sandbox = await SandboxFixture.StartAsync(cancellation: Cancellation);
        var loggers = new EventLoggers();
        await sandbox.RestartAsync(loggers, Cancellation);
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("kept", "eu-west-1", cancellation: Cancellation);
        (await client.S3Async("PUT", "/kept/before", "body", "eu-west-1", Cancellation)).Status.ShouldBe(200);
        var objects = Path.Combine(sandbox.Options.DataDirectory, "regions", "eu-west-1", "objects");
        Directory.Delete(objects, recursive: true);
        await File.WriteAllTextAsync(objects, "in the way", Cancellation);
        loggers.FailAt = 3102;

        var fatal = await client.S3Async("PUT", "/kept/large", new string('x', 100_000), "eu-west-1", Cancellation);
        var later = await client.S3Async("PUT", "/kept/small", "body", "eu-west-1", Cancellation);
        var read = await client.S3Async("GET", "/kept/before", region: "eu-west-1", cancellation: Cancellation);

        (fatal.Status, fatal.ErrorCode).ShouldBe((500, "InternalError"));
        (later.Status, later.ErrorCode).ShouldBe((500, "InternalError"));
        (read.Status, read.Text).ShouldBe((200, "body"));
        // Who waits is answered before the fault is told.
        await loggers.SeenAsync(WriterFailed).WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
    }

    /// <summary>A writer over a database of its own.</summary>
    private sealed class WriterPlace : IAsyncDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mrap-writer-");
        private bool _isDisposed;

        public WriterPlace(ILogger logger)
        {
            var files = new BodyFiles(_folder.FullName);
            files.Create();
            var database = Schema.Open(Path.Combine(_folder.FullName, "metadata.db"), Durability.Process);
            var session = new WriteSession(database, new StorageIds(TimeProvider.System), TimeProvider.System, _ => null);
            Writer = new RegionWriter(
                StorageFixture.Ireland, database, session, new ObjectCache(1024), files, Durability.Process, logger, _ => { });
        }

        public RegionWriter Writer { get; }

        public async ValueTask DisposeAsync()
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                await Writer.DisposeAsync();
                _folder.Delete(recursive: true);
            }
        }
    }
}
