using CsCheck;
using Mrap.Signing.Keys;
using Mrap.Signing.Reading;
using Mrap.Signing.Signatures;

namespace Mrap.Signing.Tests;

public sealed class SignatureReaderTests
{
    private const string Good =
        "AWS4-HMAC-SHA256 Credential=AKID/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=0f";
    private const string GoodQuery = "X-Amz-Algorithm=AWS4-HMAC-SHA256&"
        + "X-Amz-Credential=AKID%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=60&"
        + "X-Amz-SignedHeaders=host&X-Amz-Signature=0f";

    [Fact]
    public void Read_NoAuthorization_IsAnonymous() =>
        SignatureReader.Read(Example.Request("GET", "/a?prefix=b")).ShouldBeOfType<SignatureReadResult.Anonymous>();

    [Theory]
    [InlineData(Good)]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-date,Signature=0f")]
    [InlineData("  AWS4-HMAC-SHA256   Signature=0f ,  SignedHeaders=host;x-amz-date,Credential=AKID/20130524/us-east-1/s3/aws4_request ")]
    public void Read_Header_FindsAllParts(string authorization)
    {
        var signature = Example.Read(
            Example.Request(
                "GET", "/", ("Authorization", authorization), ("x-amz-date", "20130524T000000Z"), ("x-amz-security-token", "tok")));

        signature.AccessKeyId.ShouldBe("AKID");
        signature.Scope.ShouldBe(new CredentialScope("20130524", "us-east-1", "s3"));
        signature.SignedHeaders.ShouldBe(["host", "x-amz-date"]);
        signature.Signature.ShouldBe("0f");
        signature.Timestamp.ShouldBe(Example.Now);
        signature.SecurityToken.ShouldBe("tok");
        signature.Location.ShouldBe(SignatureLocation.Header);
    }

    [Fact]
    public void Read_AccessKeyIdWithSlashes_KeepsThem() =>
        Example.Read(
            Example.Request(
                "GET", "/", ("Authorization", Good.Replace("AKID", "a/b")),
                ("x-amz-date", "20130524T000000Z"))).AccessKeyId.ShouldBe("a/b");

    [Theory]
    [InlineData("Fri, 24 May 2013 00:00:00 GMT")]
    [InlineData("20130524T000000Z")]
    public void Read_DateHeaderAlone_GivesTheTimestamp(string date) =>
        Example.Read(Example.Request("GET", "/", ("Authorization", Good), ("Date", date))).Timestamp.ShouldBe(Example.Now);

    [Theory]
    [InlineData(null)]
    [InlineData("yesterday")]
    [InlineData("20130524T000000")]
    [InlineData("20131324T000000Z")]
    public void Read_NoReadableDate_IsAccessDenied(string? date)
    {
        var request = Example.Request("GET", "/", ("Authorization", Good));
        if (date is not null)
        {
            request.Headers["x-amz-date"] = date;
        }

        var fault = Example.Malformed(request);

        (fault.Status, fault.Code, fault.Message).ShouldBe(
            (403, "AccessDenied", "AWS authentication requires a valid Date or x-amz-date header"));
    }

    [Theory]
    [InlineData("Credential=AKID/20130524/us-east-1/s3/aws4_request, SignedHeaders=host", "missing Signature.")]
    [InlineData("Credential=AKID/20130524/us-east-1/s3/aws4_request, Signature=0f", "missing SignedHeaders.")]
    [InlineData("SignedHeaders=host, Signature=0f", "missing Credential.")]
    [InlineData("", "missing Credential.")]
    [InlineData(
        "Credential=AKID/x, SignedHeaders=host, Signature=0f",
        "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".")]
    [InlineData(
        "Credential=/20130524/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0f",
        "a non-empty Access Key (AKID) must be provided in the credential.")]
    [InlineData(
        "Credential=AKID/2013-05-24/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0f",
        "incorrect date format \"2013-05-24\". This date in the credential must be in the format \"yyyyMMdd\".")]
    [InlineData(
        "Credential=AKID/20130524//s3/aws4_request, SignedHeaders=host, Signature=0f",
        "a non-empty region must be provided in the credential.")]
    [InlineData(
        "Credential=AKID/20130524/us-east-1//aws4_request, SignedHeaders=host, Signature=0f",
        "a non-empty service must be provided in the credential.")]
    [InlineData(
        "Credential=AKID/20130524/us-east-1/s3/aws3_request, SignedHeaders=host, Signature=0f",
        "incorrect terminal \"aws3_request\". This endpoint uses \"aws4_request\".")]
    [InlineData(
        "Credential=AKID/20130524/us-east-1/s3/aws4_request, SignedHeaders=Host, Signature=0f",
        "the authorization component \"SignedHeaders=Host\" is malformed.")]
    [InlineData(
        "Credential=AKID/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;, Signature=0f",
        "the authorization component \"SignedHeaders=host;\" is malformed.")]
    [InlineData(
        "Credential=AKID/20130524/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=xyz",
        "the authorization component \"Signature=xyz\" is malformed.")]
    [InlineData(
        "Credential=AKID/20130524/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0f, Signature=0f",
        "the authorization component \"Signature=0f\" is malformed.")]
    [InlineData(
        "Credential=AKID/20130524/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0f, Extra=1",
        "the authorization component \"Extra=1\" is malformed.")]
    public void Read_BrokenHeader_IsAuthorizationHeaderMalformed(string components, string message)
    {
        var fault = Example.Malformed(
            Example.Request("GET", "/", ("Authorization", "AWS4-HMAC-SHA256 " + components), ("x-amz-date", "20130524T000000Z")));

        (fault.Status, fault.Code, fault.Message).ShouldBe(
            (400, "AuthorizationHeaderMalformed", "The authorization header is malformed; " + message));
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer abc")]
    [InlineData("AWS4-HMAC-SHA1 Credential=a")]
    public void Read_OtherAuthorization_IsInvalidArgument(string authorization)
    {
        var fault = Example.Malformed(Example.Request("GET", "/", ("Authorization", authorization)));

        (fault.Status, fault.Code, fault.Message).ShouldBe((400, "InvalidArgument", "Unsupported Authorization Type"));
    }

    [Fact]
    public void Read_QueryAndHeaderAtOnce_IsInvalidArgument() =>
        Example.Malformed(Example.Request("GET", "/?" + GoodQuery, ("Authorization", Good))).Code.ShouldBe("InvalidArgument");

    [Theory]
    [InlineData("AWSAccessKeyId=AKID&Signature=abc%3D&Expires=1", null)]
    [InlineData("", "AWS AKID:c2ln")]
    public void Read_Version2_IsLegacy(string query, string? authorization)
    {
        var request = Example.Request("GET", "/?" + query);
        if (authorization is not null)
        {
            request.Headers["Authorization"] = authorization;
        }

        var legacy = SignatureReader.Read(request).ShouldBeOfType<SignatureReadResult.Legacy>();

        legacy.AccessKeyId.ShouldBe("AKID");
        legacy.Fault.Code.ShouldBe("InvalidRequest");
        legacy.Fault.Message.ShouldBe("The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
    }

    [Fact]
    public void Read_Query_FindsAllParts()
    {
        var signature = Example.Read(Example.Request("GET", "/?prefix=a&" + GoodQuery));

        signature.Location.ShouldBe(SignatureLocation.Query);
        signature.Scope.ShouldBe(new CredentialScope("20130524", "us-east-1", "s3"));
        signature.Expires.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(
        "X-Amz-Expires=60", "X-Amz-Expires=604801",
        "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds")]
    [InlineData("X-Amz-Expires=60", "X-Amz-Expires=-1", "X-Amz-Expires must be non-negative")]
    [InlineData("X-Amz-Expires=60", "X-Amz-Expires=1e3", "X-Amz-Expires should be a number")]
    [InlineData("X-Amz-Expires=60", "X-Amz-Expires=99999999999999999999", "X-Amz-Expires should be a number")]
    [InlineData("AWS4-HMAC-SHA256", "AWS4-HMAC-MD5", "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"")]
    [InlineData("20130524T000000Z", "2013", "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")]
    [InlineData(
        "AKID%2F", "",
        "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting "
            + "\"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".")]
    [InlineData(
        "%2F20130524%2F", "%2F20130532%2F",
        "Error parsing the X-Amz-Credential parameter; incorrect date format \"20130532\". This date in the credential must be in the "
            + "format \"yyyyMMdd\".")]
    [InlineData(
        "aws4_request", "aws5",
        "Error parsing the X-Amz-Credential parameter; incorrect terminal \"aws5\". This endpoint uses \"aws4_request\".")]
    [InlineData("X-Amz-Signature=0f", "X-Amz-Signature=0g", "X-Amz-Signature is malformed")]
    public void Read_BrokenQuery_IsAuthorizationQueryParametersError(string good, string bad, string message)
    {
        var fault = Example.Malformed(Example.Request("GET", "/?" + GoodQuery.Replace(good, bad)));

        (fault.Status, fault.Code, fault.Message).ShouldBe((400, "AuthorizationQueryParametersError", message));
    }

    [Theory]
    [InlineData("Credential")]
    [InlineData("Date")]
    [InlineData("Expires")]
    [InlineData("SignedHeaders")]
    [InlineData("Signature")]
    [InlineData("Algorithm")]
    public void Read_QueryParameterMissingOrRepeated_NamesAllSix(string parameter)
    {
        var missing = Example.Malformed(Example.Request("GET", "/?" + GoodQuery.Replace("X-Amz-" + parameter + "=", "Other=")));
        var repeated = Example.Malformed(Example.Request("GET", $"/?{GoodQuery}&X-Amz-{parameter}=1"));

        missing.Message.ShouldStartWith("Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential");
        repeated.ShouldBe(missing);
    }

    [Fact]
    public void Read_V4AWithoutRegionSet_IsRefused() =>
        Example.Malformed(Example.Request(
            "GET", "/",
            ("Authorization", "AWS4-ECDSA-P256-SHA256 Credential=AKID/20130524/s3/aws4_request, SignedHeaders=host, Signature=0f"),
            ("x-amz-date", "20130524T000000Z")))
            .Code.ShouldBe("AuthorizationHeaderMalformed");

    [Theory]
    [InlineData("*", "eu-west-1", true)]
    [InlineData("us-east-1, eu-west-1", "eu-west-1", true)]
    [InlineData("eu-*", "eu-west-1", true)]
    [InlineData("us-*", "eu-west-1", false)]
    [InlineData("eu-west-10", "eu-west-1", false)]
    [InlineData("eu-west-1*west-1", "eu-west-1", false)]
    public void HoldsIn_RegionSet_MatchesNamesAndWildcards(string regionSet, string region, bool expected)
    {
        var request = Example.Signed(SigningAlgorithm.V4A);
        request.Headers["x-amz-region-set"] = regionSet;

        Example.Read(request).HoldsIn(region).ShouldBe(expected);
    }

    [Fact]
    public void Read_ArbitraryText_NeverThrows() =>
        Gen.Select(Gen.String, Gen.String, Gen.String).Sample((authorization, query, date) =>
        {
            var request = Example.Request("GET", "/?" + query, ("Authorization", authorization), ("x-amz-date", date));
            SignatureReader.Read(request).ShouldNotBeNull();
        });

    [Fact]
    public void Read_GoodTextWithOneCharacterChanged_NeverThrows() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Int[0, GoodQuery.Length - 1], Gen.Char).Sample((inHeader, inQuery, with) =>
        {
            var header = Example.Request(
                "GET", "/", ("Authorization", Good.Remove(inHeader, 1).Insert(inHeader, with.ToString())),
                ("x-amz-date", "20130524T000000Z"));
            var query = Example.Request("GET", "/?" + GoodQuery.Remove(inQuery, 1).Insert(inQuery, with.ToString()));
            SignatureReader.Read(header).ShouldNotBeNull();
            SignatureReader.Read(query).ShouldNotBeNull();
        });
}
