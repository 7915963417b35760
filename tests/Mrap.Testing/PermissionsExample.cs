namespace Mrap.Testing;

/// <summary>The permissions of the example access point: who owns it, and a policy that lets somebody read.</summary>
public sealed class PermissionsExample
{
    private PermissionsExample()
    {
    }

    public const string Owner = "111122223333";

    public const string Other = "444455556666";

    public static string Arn => Example.AccessPoint().Arn.ToString();

    public static string ReadPolicy(string principal, string action = "s3:GetObject") =>
        $$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "Read",
              "Effect": "Allow",
              "Principal": { "AWS": "{{principal}}" },
              "Action": "{{action}}",
              "Resource": "{{Arn}}/object/*"
            }
          ]
        }
        """;
}
