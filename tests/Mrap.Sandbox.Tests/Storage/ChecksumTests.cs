using System.Text;
using CsCheck;
using Mrap.Sandbox.Storage.Checksums;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Tests.Storage;

public sealed class ChecksumTests
{
    private static readonly Gen<ChecksumAlgorithm> s_crcs = Gen.Int[0, 2].Select(number => (ChecksumAlgorithm)number);

    [Theory]
    [InlineData(ChecksumAlgorithm.Crc32, "cbf43926")]
    [InlineData(ChecksumAlgorithm.Crc32C, "e3069283")]
    [InlineData(ChecksumAlgorithm.Crc64Nvme, "ae8b14860a799888")]
    [InlineData(ChecksumAlgorithm.Sha1, "f7c3bc1d808e04732adf679965ccc34ca7ae3441")]
    [InlineData(ChecksumAlgorithm.Sha256, "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225")]
    internal void Checksum_OfTheCheckInput_IsThePublishedValue(ChecksumAlgorithm algorithm, string expected) =>
        Convert.ToHexStringLower(ChecksumHasher.Hash(algorithm, "123456789"u8)).ShouldBe(expected);

    [Theory]
    [InlineData(ChecksumAlgorithm.Crc32)]
    [InlineData(ChecksumAlgorithm.Crc32C)]
    [InlineData(ChecksumAlgorithm.Crc64Nvme)]
    [InlineData(ChecksumAlgorithm.Sha1)]
    [InlineData(ChecksumAlgorithm.Sha256)]
    internal void Checksum_TakenInPieces_IsThatOfTheWhole(ChecksumAlgorithm algorithm) =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 300]).Sample((bytes, cut) =>
        {
            cut = Math.Min(cut, bytes.Length);
            using var hasher = ChecksumHasher.Create(algorithm);
            hasher.Append(bytes.AsSpan(0, cut));
            hasher.Append(bytes.AsSpan(cut));

            return hasher.Finish().SequenceEqual(ChecksumHasher.Hash(algorithm, bytes));
        });

    [Fact]
    public void Combination_OfTwoParts_IsTheChecksumOfBoth() =>
        Gen.Select(s_crcs, Gen.Byte.Array[0, 500], Gen.Byte.Array[0, 500]).Sample((algorithm, first, second) =>
            CrcCombination.Combine(algorithm, ChecksumHasher.Hash(algorithm, first), ChecksumHasher.Hash(algorithm, second), second.Length)
                .SequenceEqual(ChecksumHasher.Hash(algorithm, [.. first, .. second])));

    [Fact]
    public void Combination_OfAHash_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => CrcCombination.Combine(ChecksumAlgorithm.Sha256, new byte[4], new byte[4], 4));

    [Fact]
    public async Task Staging_WithAllAlgorithms_ComputesThemInTheOrderAsked()
    {
        await using var fixture = new StorageFixture();
        var body = Encoding.UTF8.GetBytes(new string('x', 200_000));
        ChecksumAlgorithm[] asked = [
            ChecksumAlgorithm.Sha1, ChecksumAlgorithm.Crc64Nvme, ChecksumAlgorithm.Crc32, ChecksumAlgorithm.Sha256,
            ChecksumAlgorithm.Crc32C];

        await using var staged = await fixture.Store.StageAsync(new MemoryStream(body), asked, null, TestContext.Current.CancellationToken);

        staged.Checksums.ShouldBe(
            asked.Select(
                algorithm =>
                    new ObjectChecksum(algorithm, ChecksumType.FullObject, Convert.ToBase64String(ChecksumHasher.Hash(algorithm, body)))));
    }
}
