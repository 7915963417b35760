namespace Mrap.Clients;

/// <summary>Shell functions that scripts of several tests use.</summary>
internal static class ShellFunctions
{
    /// <summary><c>finished TOKEN</c> waits for an asynchronous operation of S3 Control and prints how it ended.</summary>
    public const string Finished = """
        finished() {
          for _ in $(seq 200); do
            status=$("$AWS" s3control describe-multi-region-access-point-operation --region us-west-2 --account-id "$ACCOUNT" \
              --request-token-arn "$1" --query AsyncOperation.RequestStatus --output text)
            case $status in SUCCEEDED|FAILED) echo "$status"; return;; esac
          done
          echo "still $status"
        }
        """;
}
