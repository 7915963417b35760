namespace Mrap.Clients;

/// <summary>Replication as a person sets it up and watches it with AWS CLI.</summary>
public sealed class ReplicationTests(SandboxProcessFixture fixture)
{
    [Fact]
    public async Task Objects_AmongThreeBuckets_AreInAllWithOneVersionId()
    {
        var output = await Script.SucceedAsync(fixture.Sandbox, ReplicationScripts.Buckets("mesh") + """
            rules use1 "euw1 apne1" us-east-1
            rules euw1 "use1 apne1" eu-west-1
            rules apne1 "use1 euw1" ap-northeast-1
            "$AWS" s3api get-bucket-replication --region us-east-1 --bucket mesh-use1 --query 'length(ReplicationConfiguration.Rules)'
            for at in us-east-1:use1 eu-west-1:euw1 ap-northeast-1:apne1; do
              echo "from ${at#*:}" > one.txt
              "$AWS" s3api put-object --region ${at%:*} --bucket mesh-${at#*:} --key from-${at#*:} --body one.txt >/dev/null
            done
            curl -fsS "$SANDBOX/_sandbox/replication?wait=60" | grep -o '"pending":0,"pendingBytes":0,"failed":0'
            for key in from-use1 from-euw1 from-apne1; do
              for at in us-east-1:use1 eu-west-1:euw1 ap-northeast-1:apne1; do
                "$AWS" s3api head-object --region ${at%:*} --bucket mesh-${at#*:} --key $key --query '[ReplicationStatus,VersionId]' \
                  --output text
              done | sort | uniq -c | awk '{print $1, $2}' | tr '\n' ' '
              for at in us-east-1:use1 eu-west-1:euw1 ap-northeast-1:apne1; do
                "$AWS" s3api head-object --region ${at%:*} --bucket mesh-${at#*:} --key $key --query VersionId --output text
              done | sort -u | wc -l
            done
            """);

        output.Split('\n').ShouldBe(
        [
            "2", "\"pending\":0,\"pendingBytes\":0,\"failed\":0", "1 COMPLETED 2 REPLICA 1", "1 COMPLETED 2 REPLICA 1",
            "1 COMPLETED 2 REPLICA 1",
        ]);
    }

    [Fact]
    public async Task Backlog_OfARegionThatIsDown_DrainsOnceItIsBack()
    {
        var output = await Script.SucceedAsync(fixture.Sandbox, ReplicationScripts.Buckets("down") + """
            rules use1 "euw1" us-east-1
            curl -fsS -X PUT "$SANDBOX/_sandbox/regions/eu-west-1" -d '{"state":"down"}' >/dev/null
            mkdir many
            for i in $(seq 200); do echo $i > many/$i; done
            "$AWS" s3 cp --only-show-errors --recursive --region us-east-1 many s3://down-use1/
            curl -fsS "$SANDBOX/_sandbox/replication?wait=0" | grep -o '"pending":200,' | head -1
            "$AWS" s3api head-object --region us-east-1 --bucket down-use1 --key 7 --query ReplicationStatus --output text
            curl -fsS -X PUT "$SANDBOX/_sandbox/regions/eu-west-1" -d '{"state":"up"}' >/dev/null
            curl -fsS "$SANDBOX/_sandbox/replication?wait=60" >/dev/null
            "$AWS" s3api head-object --region us-east-1 --bucket down-use1 --key 7 --query ReplicationStatus --output text
            "$AWS" s3api list-objects-v2 --region eu-west-1 --bucket down-euw1 --query 'length(Contents)'
            """);

        output.Split('\n').ShouldBe(["\"pending\":200,", "PENDING", "COMPLETED", "200"]);
    }
}
