using System.Text;
using CsCheck;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Tests.S3;

public sealed class DocumentTests
{
    [Theory]
    [InlineData("<Tagging xmlns='http://s3.amazonaws.com/doc/2006-03-01/'><TagSet/></Tagging>")]
    [InlineData("<?xml version='1.0' encoding='UTF-8'?><!-- x --><Tagging/>")]
    [InlineData("<a:Tagging xmlns:a='urn:any'/>")]
    public void Document_WellFormed_IsRead(string text) =>
        XmlBody.Parse(Encoding.UTF8.GetBytes(text), "Tagging").Name.LocalName.ShouldBe("Tagging");

    [Theory]
    [InlineData("")]
    [InlineData("<Tagging>")]
    [InlineData("<Other/>")]
    [InlineData("<!DOCTYPE Tagging [<!ENTITY a 'b'>]><Tagging>&a;</Tagging>")]
    [InlineData("<!DOCTYPE Tagging SYSTEM 'file:///etc/passwd'><Tagging/>")]
    [InlineData("<Tagging>&undefined;</Tagging>")]
    [InlineData("<?xml version='1.0' encoding='no-such-encoding'?><Tagging/>")]
    public void Document_MalformedOrWithDtd_IsMalformedXml(string text) =>
        Should.Throw<ServiceException>(() => XmlBody.Parse(Encoding.UTF8.GetBytes(text), "Tagging")).Error.Code.ShouldBe("MalformedXML");

    [Fact]
    public void Document_VeryDeep_IsMalformedXml()
    {
        var deep = Encoding.UTF8.GetBytes("<Tagging>" + string.Concat(Enumerable.Repeat("<a>", 100_000)));

        Should.Throw<ServiceException>(() => XmlBody.Parse(deep, "Tagging")).Error.Code.ShouldBe("MalformedXML");
    }

    [Fact]
    public void Document_AnyBytes_ThrowNothingButMalformedXml() =>
        Gen.OneOf(Gen.Byte.Array[0, 200], Gen.String[Gen.Char["<>/a&;'\"=! ?-[]"], 0, 60].Select(Encoding.UTF8.GetBytes)).Sample(bytes =>
        {
            try
            {
                return XmlBody.Parse(bytes, "a").Name.LocalName == "a";
            }
            catch (ServiceException e)
            {
                return e.Error.Code == "MalformedXML";
            }
        });

    [Fact]
    public void EncodedText_AnyText_IsLegalInXml() => Gen.String.Sample(text =>
    {
        var legal = EncodedText.Legal(text);
        System.Xml.XmlConvert.VerifyXmlChars(legal);
        return legal.Length <= text.Length;
    });

    [Theory]
    [InlineData("a b+c/d*é", "a+b%2Bc/d*%C3%A9")]
    [InlineData("test_file(3).png", "test_file%283%29.png")]
    [InlineData("\u0001", "%01")]
    public void EncodedText_UrlEncoded_IsAsAwsDoes(string text, string expected) => EncodedText.UrlEncoded(text).ShouldBe(expected);

    [Fact]
    public void OpaqueToken_MadeForAScope_ComesBackOnlyThere() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 0, 50], Gen.String[Gen.Char['\u0001', '\u07ff'], 0, 50]).Sample((scope, position) =>
    {
        var token = OpaqueToken.Make(scope, position);
        return OpaqueToken.Read(scope, token) == position
            && OpaqueToken.Read(scope + "x", token) is null
            && OpaqueToken.Read(scope, token + "AAAA") is null;
    });

    [Fact]
    public void OpaqueToken_AnyText_IsRefused() => Gen.String.Sample(text => OpaqueToken.Read("scope", text) is null);
}
