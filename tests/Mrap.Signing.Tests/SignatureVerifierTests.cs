using CsCheck;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Faults;
using Mrap.Signing.Keys;
using Mrap.Signing.Text;
using Mrap.Signing.Verification;

namespace Mrap.Signing.Tests;

public sealed class SignatureVerifierTests
{
    private static readonly Gen<string> s_text = Gen.Char["aZ09-._~/ +%&=:;,*()!'@$é漢\u0001"].Array[0, 12].Select(c => new string(c));

    private static readonly Gen<SigningAlgorithm> s_algorithm = Gen.Bool.Select(b => b ? SigningAlgorithm.V4A : SigningAlgorithm.V4);

    [Fact]
    public void Verify_AnyRequestSignedInTheHeader_IsValid() =>
        Gen.Select(s_algorithm, s_text, Gen.Select(s_text, s_text).Array[0, 4], s_text).Sample((algorithm, key, query, header) =>
        {
            var request = Example.Request("PUT", Target(key, query), ("X-Custom", header));
            Example.Signer.Sign(request, Example.For(algorithm), Example.Now, PayloadDeclaration.Unsigned);

            Example.Verify(request).ShouldBeOfType<SignatureVerification.Valid>();
        }, iter: 300);

    [Fact]
    public void Verify_AnyPresignedRequest_IsValid() =>
        Gen.Select(s_algorithm, s_text, Gen.Select(s_text, s_text).Array[0, 4]).Sample((algorithm, key, query) =>
        {
            var request = Example.Request("GET", Target(key, query));
            Example.Signer.Presign(request, Example.For(algorithm), Example.Now, TimeSpan.FromHours(1));

            Example.Verify(request).ShouldBeOfType<SignatureVerification.Valid>();
        }, iter: 300);

    [Fact]
    public void Verify_SignatureWithADigitChanged_DoesNotMatch() =>
        Gen.Select(s_algorithm, Gen.Int[0, 1000], Gen.Int[1, 15]).Sample((algorithm, place, by) =>
        {
            var request = Example.Signed(algorithm);
            var signature = Example.Read(request);
            var digits = signature.Signature.ToCharArray();
            var at = place % digits.Length;
            digits[at] = "0123456789abcdef"[(Convert.ToInt32(digits[at].ToString(), 16) + by) % 16];

            var fault = Example.Verifier.Verify(request, signature with { Signature = new string(digits) }, Example.Credential, Example.Now)
                .ShouldBeOfType<SignatureVerification.Refused>().Fault;

            fault.Code.ShouldBe("SignatureDoesNotMatch");
        }, iter: 300);

    [Theory]
    [InlineData(SigningAlgorithm.V4)]
    [InlineData(SigningAlgorithm.V4A)]
    public void Verify_AnySignedPartChanged_DoesNotMatch(SigningAlgorithm algorithm)
    {
        SignableRequest Fresh() => Example.Signed(algorithm, "/a/b?x=1&y=2", ("Range", "bytes=0-9"));
        var host = Fresh();
        host.Headers["Host"] = "other.s3.amazonaws.com";
        var range = Fresh();
        range.Headers["Range"] = "bytes=0-8";
        var method = new SignableRequest("PUT", "/a/b?x=1&y=2");
        foreach (var (name, value) in Fresh().Headers)
        {
            method.Headers[name] = value;
        }

        Example.Verify(Fresh()).ShouldBeOfType<SignatureVerification.Valid>();
        foreach (var changed in new[] { host, range, method, Fresh().WithTarget("/a/c?x=1&y=2"), Fresh().WithTarget("/a/b?x=1&y=3"),
            Fresh().WithTarget("/a/b?x=1"), Fresh().WithTarget("/a/b?x=1&y=2&z"), Fresh().WithTarget("/A/b?x=1&y=2") })
        {
            Example.Refused(changed).Code.ShouldBe("SignatureDoesNotMatch");
        }
    }

    [Theory]
    [InlineData(SigningAlgorithm.V4)]
    [InlineData(SigningAlgorithm.V4A)]
    public void Verify_OtherSecret_DoesNotMatch(SigningAlgorithm algorithm) =>
        Example.Refused(
            Example.Signed(algorithm), credential: Example.Credential with { Secret = "other" }).Code.ShouldBe("SignatureDoesNotMatch");

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("3006020100020100")]
    [InlineData("30060201010201")]
    [InlineData("30820000")]
    [InlineData("zz")]
    [InlineData(
        "3045022100f4c37457a8978d07fa07044d5724237f8c30f8529c4c4cd1f30a4c0e6486"
            + "303f02207968f80296f1ac3808e3cb45ae1f31c479d071dcad4f0621084cd6d1b6a912bd00")]
    public void Verify_SignatureNotOfItsForm_DoesNotMatch(string signature)
    {
        foreach (var algorithm in new[] { SigningAlgorithm.V4, SigningAlgorithm.V4A })
        {
            var request = Example.Signed(algorithm);

            Example.Verifier.Verify(request, Example.Read(request) with { Signature = signature }, Example.Credential, Example.Now)
                .ShouldBeOfType<SignatureVerification.Refused>().Fault.Code.ShouldBe("SignatureDoesNotMatch");
        }
    }

    [Fact]
    public void Verify_Mismatch_ShowsWhatAwsShows()
    {
        var request = Example.Signed().WithTarget("/other.txt");

        var fault = Example.Refused(request);

        fault.Status.ShouldBe(403);
        fault.Details.Select(d => d.Key).ShouldBe(
            ["AWSAccessKeyId", "StringToSign", "SignatureProvided", "StringToSignBytes", "CanonicalRequest", "CanonicalRequestBytes"]);
        fault.Detail("AWSAccessKeyId").ShouldBe("AKIAIOSFODNN7EXAMPLE");
        fault.Detail("StringToSign")!.ShouldStartWith("AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n");
        fault.Detail("StringToSignBytes")!.ShouldStartWith("41 57 53 34 2d");
        fault.Detail("CanonicalRequest")!.ShouldStartWith("GET\n/other.txt\n\nhost:examplebucket.s3.amazonaws.com\n");
        fault.Detail("CanonicalRequestBytes")!.ShouldStartWith("47 45 54 0a 2f");
    }

    [Theory]
    [InlineData(-900, true)]
    [InlineData(900, true)]
    [InlineData(-901, false)]
    [InlineData(901, false)]
    public void Verify_ClockApart_AllowsFifteenMinutes(int seconds, bool valid)
    {
        var verification = Example.Verify(Example.Signed(), Example.Now.AddSeconds(seconds));

        if (valid)
        {
            verification.ShouldBeOfType<SignatureVerification.Valid>();
            return;
        }

        var fault = verification.ShouldBeOfType<SignatureVerification.Refused>().Fault;
        (fault.Code, fault.Status).ShouldBe(("RequestTimeTooSkewed", 403));
        fault.Detail("RequestTime").ShouldBe("20130524T000000Z");
        fault.Detail("MaxAllowedSkewMilliseconds").ShouldBe("900000");
    }

    [Theory]
    [InlineData(3600, null)]
    [InlineData(3601, "Request has expired")]
    [InlineData(-900, null)]
    [InlineData(-901, "Request is not valid yet")]
    public void Verify_PresignedForAnHour_HoldsForAnHour(int seconds, string? message)
    {
        var verification = Example.Verify(Example.Presigned(), Example.Now.AddSeconds(seconds));

        if (message is null)
        {
            verification.ShouldBeOfType<SignatureVerification.Valid>();
            return;
        }

        var fault = verification.ShouldBeOfType<SignatureVerification.Refused>().Fault;
        (fault.Code, fault.Message).ShouldBe(("AccessDenied", message));
    }

    [Fact]
    public void Verify_ScopeOfAnotherDay_IsMalformed()
    {
        var request = Example.Signed();
        request.Headers["Authorization"] = request.Headers["Authorization"].Replace("/20130524/", "/20130523/");

        var fault = Example.Refused(request);

        fault.Code.ShouldBe("AuthorizationHeaderMalformed");
        fault.Message.ShouldContain("Invalid credential date \"20130523\"");
    }

    [Theory]
    [InlineData("x-amz-acl", "public-read")]
    [InlineData("X-AMZ-META-A", "b")]
    public void Verify_AmzHeaderAddedAfterSigning_IsAccessDenied(string name, string value)
    {
        var header = Example.Signed();
        header.Headers[name] = value;
        var query = Example.Presigned();
        query.Headers[name] = value;

        foreach (var request in new[] { header, query })
        {
            var fault = Example.Refused(request);
            (fault.Code, fault.Message).ShouldBe(("AccessDenied", "There were headers present in the request which were not signed"));
            fault.Detail("HeadersNotSigned").ShouldBe(name.ToLowerInvariant());
        }
    }

    [Fact]
    public void Verify_HostNotSigned_IsAccessDenied()
    {
        var request = Example.Signed();
        request.Headers["Authorization"] = request.Headers["Authorization"].Replace("SignedHeaders=host;", "SignedHeaders=");

        Example.Refused(request).Detail("HeadersNotSigned").ShouldBe("host");
    }

    [Fact]
    public void Verify_RegionSetNotSigned_IsAccessDenied()
    {
        var request = Example.Signed(SigningAlgorithm.V4A);
        request.Headers["Authorization"] = request.Headers["Authorization"].Replace(";x-amz-region-set", "");

        Example.Refused(request).Detail("HeadersNotSigned").ShouldBe("x-amz-region-set");
    }

    [Fact]
    public void Verify_SessionToken_MustBeTheCredentials()
    {
        var temporary = Example.Credential with { SessionToken = "token" };
        var request = Example.Request("GET", "/");
        Example.Signer.Sign(request, Example.V4 with { Credential = temporary }, Example.Now, Example.EmptyBody);
        var presigned = Example.Request("GET", "/");
        Example.Signer.Presign(presigned, Example.V4A with { Credential = temporary }, Example.Now, TimeSpan.FromMinutes(1));

        Example.Verify(request, credential: temporary).ShouldBeOfType<SignatureVerification.Valid>();
        Example.Verify(presigned, credential: temporary).ShouldBeOfType<SignatureVerification.Valid>();
        Example.Refused(request, credential: temporary with { SessionToken = "other" }).Code.ShouldBe("InvalidToken");
        Example.Refused(request).Code.ShouldBe("InvalidToken");
        Example.Refused(Example.Signed(), credential: temporary).Code.ShouldBe("InvalidToken");
    }

    [Theory]
    [InlineData("nothash")]
    [InlineData("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD")]
    [InlineData("unsigned-payload")]
    public void Verify_PayloadWordNotKnownOrOfTheOtherAlgorithm_IsInvalidArgument(string word)
    {
        var request = Example.Signed();
        request.Headers["x-amz-content-sha256"] = word;

        var fault = Example.Refused(request);

        (fault.Code, fault.Detail("ArgumentValue")).ShouldBe(("InvalidArgument", word));
    }

    [Fact]
    public void Verify_S3HeaderWithoutPayloadHash_IsInvalidRequest()
    {
        var request = Example.Signed();
        request.Headers.Remove("X-Amz-Content-SHA256");

        Example.Refused(request).Message.ShouldBe("Missing required header for this request: x-amz-content-sha256");
    }

    [Fact]
    public void Verify_OtherService_TakesTheBodyHashFromTheServer()
    {
        var parameters = Example.V4 with { Service = "monitoring" };
        var request = Example.Request("POST", "/");
        var hash = new PayloadDeclaration(PayloadKind.Hashed, new string('a', 64));
        Example.Signer.Sign(request, parameters, Example.Now, hash);
        var signature = Example.Read(request);

        request.Headers.ShouldNotContainKey("x-amz-content-sha256");
        Example.Verifier.Verify(
            request, signature, Example.Credential, Example.Now, hash.Text).ShouldBeOfType<SignatureVerification.Valid>();
        Example.Verifier.Verify(
            request, signature, Example.Credential, Example.Now, new string('b', 64)).ShouldBeOfType<SignatureVerification.Refused>();
    }

    [Fact]
    public void Verify_PresignedCallerIdentity_CountsTheEmptyBody()
    {
        var request = Example.Request("GET", "/?Action=GetCallerIdentity&Version=2011-06-15");
        Example.Signer.Presign(request, Example.V4 with { Service = "sts" }, Example.Now, TimeSpan.FromMinutes(1));

        Example.Verify(request).ShouldBeOfType<SignatureVerification.Valid>().Payload.Text.ShouldBe(PayloadDeclaration.EmptyHash);
    }

    [Theory]
    [InlineData("/a:b@c", "/a%3Ab%40c")]
    [InlineData("/a%3ab", "/a%3Ab")]
    [InlineData("/%7Etilde/%61", "/~tilde/a")]
    [InlineData("/a?prefix=x/y&delimiter=/", "/a?prefix=x%2Fy&delimiter=%2F")]
    [InlineData("/a?prefix=x+y", "/a?prefix=x%20y")]
    public void Verify_TargetEncodedOddly_MatchesTheCanonicalFormAndItself(string sent, string canonical)
    {
        Example.Verify(Example.Signed(target: canonical).WithTarget(sent)).ShouldBeOfType<SignatureVerification.Valid>();
        Example.Verify(SignedAsSent(sent)).ShouldBeOfType<SignatureVerification.Valid>();
    }

    [Fact]
    public void WrongRegion_NamesBoth()
    {
        var header = SignatureFaults.WrongRegion(Example.Read(Example.Signed()), "eu-west-1");
        var query = SignatureFaults.WrongRegion(Example.Read(Example.Presigned()), "eu-west-1");

        (header.Code, header.Message).ShouldBe(
            (
                "AuthorizationHeaderMalformed",
                "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'"));
        (query.Code, query.Message).ShouldBe(
            (
                "AuthorizationQueryParametersError",
                "Error parsing the X-Amz-Credential parameter; the region 'us-east-1' is wrong; expecting 'eu-west-1'"));
        header.Detail("Region").ShouldBe("eu-west-1");
    }

    [Fact]
    public void Credential_Printed_HidesItsSecrets()
    {
        var text = (Example.Credential with { SessionToken = "token-text" }).ToString();

        text.ShouldContain("AKIAIOSFODNN7EXAMPLE");
        text.ShouldNotContain("wJalr");
        text.ShouldNotContain("token-text");
    }

    // A client that puts its own spelling into the canonical request instead of the canonical one.
    private static SignableRequest SignedAsSent(string target)
    {
        var request = Example.Request("GET", target);
        var signed = Example.Signer.Sign(request, Example.V4, Example.Now, Example.EmptyBody);
        var lines = signed.CanonicalRequest.Split('\n');
        lines[1] = request.Path;
        lines[2] = string.Join('&', request.Query.Split('&').Order(StringComparer.Ordinal));
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var toSign = signed.StringToSign[..^64] + Convert.ToHexStringLower(hash);
        var key = SigningKey.Derive(SigningAlgorithm.V4, Example.Credential, signed.Signature.Scope);
        request.Headers["Authorization"] =
            signed.Authorization.Replace(signed.Signature.Signature, key.Sign(System.Text.Encoding.UTF8.GetBytes(toSign)));
        return request;
    }

    private static string Target(string key, (string Name, string Value)[] query) =>
        "/"
            + AwsUri.EncodePath(key)
            + (
                query.Length == 0
                    ? ""
                    : "?" + string.Join('&', query.Select(q => $"q{AwsUri.EncodeComponent(q.Name)}={AwsUri.EncodeComponent(q.Value)}")));
}
