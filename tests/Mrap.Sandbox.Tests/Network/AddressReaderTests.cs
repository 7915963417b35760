using CsCheck;
using Mrap.Sandbox.AccessAnalyzer;
using Mrap.Sandbox.CloudWatch;
using Mrap.Sandbox.Iam;
using Mrap.Sandbox.Sts;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Tests.Network;

public sealed class AddressReaderTests
{
    private static readonly AddressReader s_reader = new(
        new ServiceDirectory(
            [StsService.Descriptor, IamService.Descriptor, CloudWatchService.Descriptor, AccessAnalyzerService.Descriptor]));

    [Theory]
    [InlineData(
        "abc.mrap.accesspoint.s3-global.amazonaws.com", "/a%20b", null,
        "AccessPoint { Service = S3Global, Key = a b, Alias = abc.mrap }")]
    [InlineData("s3-global.amazonaws.com", "/", null, "GlobalHost { Service = S3Global }")]
    [InlineData(
        "b.s3.eu-west-1.amazonaws.com", "/k", null,
        "Bucket { Service = S3, Key = k, Endpoint = eu-west-1, Name = b, IsDirect = False, IsVirtualHost = True }")]
    [InlineData(
        "b.c.s3-eu-west-1.amazonaws.com", "/", null,
        "Bucket { Service = S3, Key = , Endpoint = eu-west-1, Name = b.c, IsDirect = False, IsVirtualHost = True }")]
    [InlineData(
        "b.s3.dualstack.eu-west-1.amazonaws.com", "/", null,
        "Bucket { Service = S3, Key = , Endpoint = eu-west-1, Name = b, IsDirect = False, IsVirtualHost = True }")]
    [InlineData(
        "s3.amazonaws.com", "/b/k/", null,
        "Bucket { Service = S3, Key = k/, Endpoint = , Name = b, IsDirect = False, IsVirtualHost = False }")]
    [InlineData("s3.eu-west-1.amazonaws.com", "/", null, "Root { Service = S3, Key = , Endpoint = eu-west-1, IsDirect = False }")]
    [InlineData(
        "localhost:5081", "/b/..%2F%2e", null,
        "Bucket { Service = S3, Key = ../., Endpoint = , Name = b, IsDirect = True, IsVirtualHost = False }")]
    [InlineData(
        "127.0.0.1:5081", "/b//k", null,
        "Bucket { Service = S3, Key = /k, Endpoint = , Name = b, IsDirect = True, IsVirtualHost = False }")]
    [InlineData("[::1]:5081", "/b", null, "Bucket { Service = S3, Key = , Endpoint = , Name = b, IsDirect = True, IsVirtualHost = False }")]
    [InlineData(
        "b.localhost:5081", "/k", null,
        "Bucket { Service = S3, Key = k, Endpoint = , Name = b, IsDirect = True, IsVirtualHost = True }")]
    [InlineData(
        "b.s3.localhost", "/k", null, "Bucket { Service = S3, Key = k, Endpoint = , Name = b, IsDirect = True, IsVirtualHost = True }")]
    [InlineData(
        "111122223333.localhost", "/v20180820/mrap/instances", "s3",
        "Control { Service = S3Control, HostAccount = 111122223333, Endpoint = , Path = /v20180820/mrap/instances }")]
    [InlineData(
        "111122223333.s3-control-fips.dualstack.us-west-2.amazonaws.com", "/x", null,
        "Control { Service = S3Control, HostAccount = 111122223333, Endpoint = us-west-2, Path = /x }")]
    [InlineData("localhost", "/", "sts", "Other { Service = Sts, Of = Sts, Endpoint =  }")]
    [InlineData("monitoring.eu-west-1.amazonaws.com", "/", null, "Other { Service = CloudWatch, Of = CloudWatch, Endpoint = eu-west-1 }")]
    [InlineData(
        "b.s3.amazonaws.com", "/_sandbox/health", null,
        "Bucket { Service = S3, Key = _sandbox/health, Endpoint = , Name = b, IsDirect = False, IsVirtualHost = True }")]
    [InlineData("ec2.amazonaws.com", "/", null, "UnknownHost { Service = S3, Host = ec2.amazonaws.com }")]
    [InlineData("localhost", "/b/%zz", null, "MalformedPath { Service = S3, Of = S3 }")]
    [InlineData("localhost", "/b/%ff", null, "MalformedPath { Service = S3, Of = S3 }")]
    public void Address_OfHostAndPath_IsTheOneMeant(string host, string path, string? service, string expected) =>
        s_reader.Read(host, path, service).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("localhost:5081", "/_sandbox/health", "health")]
    [InlineData("[::1]", "/_sandbox", "")]
    [InlineData("localhost", "/_sandboxed", null)]
    [InlineData("b.localhost", "/_sandbox/health", null)]
    [InlineData("s3.amazonaws.com", "/_sandbox/health", null)]
    public void SandboxPath_OfThisMachineAlone(string host, string path, string? expected) =>
        AddressReader.SandboxPathOf(host, path).ShouldBe(expected);

    [Fact]
    public void Address_OfAnything_NeverThrows() =>
        Gen.Select(
            Gen.String, Gen.String, Gen.OneOf(Gen.Const("s3"), Gen.Const("sts"), Gen.Const("?"))).Sample(
                (host, path, service) => s_reader.Read(host, "/" + path, service) is not null);

    [Fact]
    public void Key_Encoded_IsDecodedToItself() =>
        Gen.String[Gen.Char['\u0001', '\ud7ff'], 1, 40].Sample(key =>
            ((RequestAddress.Bucket)s_reader.Read("localhost", "/b/" + Uri.EscapeDataString(key), null)).Key == key);
}
