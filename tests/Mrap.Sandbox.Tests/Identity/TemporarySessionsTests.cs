using Microsoft.Extensions.Time.Testing;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Identity;

namespace Mrap.Sandbox.Tests.Identity;

public sealed class TemporarySessionsTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mrap-identity-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Session_WhenThereAreTooMany_IsRefusedUntilOthersHaveEnded()
    {
        using var database = IdentityDatabase.Open(_directory.FullName, Durability.Process);
        var sessions = new TemporarySessions(database, _time) { Capacity = 2 };
        var first = Start(sessions, 900);
        Start(sessions, 3600);

        Start(sessions, 900).ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(901));
        var fourth = Start(sessions, 900);

        fourth.ShouldNotBeNull();
        sessions.Find(first!.AccessKeyId).ShouldBeNull();
        new TemporarySessions(database, _time).Find(fourth.AccessKeyId).ShouldNotBeNull();
    }

    [Fact]
    public void Session_Shown_DoesNotTellItsSecrets()
    {
        using var database = IdentityDatabase.Open(_directory.FullName, Durability.Process);
        var session = Start(new TemporarySessions(database, _time), 900)!;

        var text = $"{session} {new AccessKey("AKIA", "hidden", _time.GetUtcNow())}";

        text.ShouldNotContain(session.Secret);
        text.ShouldNotContain(session.Token);
        text.ShouldNotContain("hidden");
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private static TemporarySession? Start(TemporarySessions sessions, int seconds) =>
        sessions.Start(AccountId.Parse("111122223333").Value, "AIDAEXAMPLE", "alice", TimeSpan.FromSeconds(seconds), session => session);
}
