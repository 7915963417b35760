namespace Mrap.Clients;

/// <summary>The main job as a person types it, with Debian's AWS CLI and nothing but the variables of <c>/_sandbox/env</c>.</summary>
public sealed class AwsCliTests(SandboxProcessFixture fixture, AwsCliAccessPoint accessPoint) : IClassFixture<AwsCliAccessPoint>
{
    [Fact]
    public async Task Version_IsTheOneThatSignsWithSigV4A()
    {
        var version = await Script.SucceedAsync(fixture.Sandbox, "\"$AWS\" --version");

        version.ShouldStartWith("aws-cli/2.");
    }

    [Fact]
    public async Task PutAndGet_ThroughTheArn_AreByteForByteTheSame()
    {
        var output = await RunAsync("""
            head -c 300000 /dev/urandom > test.png
            "$AWS" s3api put-object --bucket $ARN --key test.png --body test.png
            "$AWS" s3api get-object --bucket $ARN --key test.png back.png
            cmp test.png back.png && echo same
            """);

        output.ShouldEndWith("same");
    }

    [Fact]
    public async Task PutAndGet_FromTwoVantages_AreServedByTwoRegions()
    {
        var output = await RunAsync("""
            echo "from $(echo $HTTPS_PROXY)" > here.txt
            "$AWS" s3api put-object --bucket $ARN --key tokyo.txt --body here.txt >/dev/null
            "$AWS" s3api head-object --region ap-southeast-2 --bucket $A --key tokyo.txt \
              --query ContentLength >/dev/null && echo "in Sydney"
            eval "$(curl -fsS "$SANDBOX/_sandbox/env?vantage=ng-lagos")"
            "$AWS" s3api get-object --bucket $ARN --key tokyo.txt back.txt 2>&1 | grep -o NoSuchKey || true
            "$AWS" s3api put-object --bucket $ARN --key lagos.txt --body here.txt >/dev/null
            "$AWS" s3api head-object --region eu-west-1 --bucket $E --key lagos.txt --query ContentLength >/dev/null && echo "in Ireland"
            """, vantage: "ap-southeast-2");

        output.Split('\n').ShouldBe(["in Sydney", "NoSuchKey", "in Ireland"]);
    }

    [Fact]
    public async Task Copy_OfTwentyMegabytes_GoesUpInPartsAndComesBackWhole()
    {
        var output = await RunAsync("""
            head -c 20971520 /dev/urandom > large.bin
            "$AWS" s3 cp --only-show-errors large.bin s3://$ARN/large/large.bin
            "$AWS" s3 ls s3://$ARN/large/ | awk '{print $3, $4}'
            "$AWS" s3 cp --only-show-errors s3://$ARN/large/large.bin back.bin
            cmp large.bin back.bin && echo same
            "$AWS" s3 rm s3://$ARN/large/large.bin
            ("$AWS" s3 ls s3://$ARN/large/ || true) | wc -l
            """);

        var lines = output.Split('\n');
        lines[0].ShouldBe("20971520 large.bin");
        lines[1].ShouldBe("same");
        lines[2].ShouldStartWith("delete: ");
        lines[3].Trim().ShouldBe("0");
    }

    [Fact]
    public async Task Presign_FetchedByCurl_GivesTheObject()
    {
        var output = await RunAsync("""
            printf presigned > p.txt
            "$AWS" s3 cp --only-show-errors p.txt s3://$ARN/p.txt
            URL=$("$AWS" s3 presign s3://$ARN/p.txt)
            curl -fsS --proxy "$HTTPS_PROXY" --cacert "$AWS_CA_BUNDLE" "$URL"; echo
            curl -sS -o /dev/null -w '%{http_code}\n' --proxy "$HTTPS_PROXY" --cacert "$AWS_CA_BUNDLE" "${URL}0"
            """);

        output.Split('\n').ShouldBe(["presigned", "403"]);
    }

    [Fact]
    public async Task Control_AllTenOperations_Answer()
    {
        var output = await RunAloneAsync("""
            c() { "$AWS" s3control "$@" --account-id "$ACCOUNT"; }
            c list-multi-region-access-points --region us-west-2 --query "AccessPoints[?Name=='$NAME'].Status" --output text
            c get-multi-region-access-point --region us-west-2 --name $NAME --query 'length(AccessPoint.Regions)'
            POLICY="{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"$ACCOUNT\"},\"Action\":\"s3:GetObject\",\"Resource\":\"$ARN/object/*\"}]}"
            printf '{"Name":"%s","Policy":%s}' $NAME "$(printf '%s' "$POLICY" | \
              python3 -c 'import json,sys; print(json.dumps(sys.stdin.read()))')" > details.json
            T=$(c put-multi-region-access-point-policy --region us-west-2 --client-token p-$NAME --details file://details.json \
              --query RequestTokenARN --output text)
            finished "$T"
            [ "$(c get-multi-region-access-point-policy --region us-west-2 --name $NAME --query Policy.Established.Policy --output text)" = "$POLICY" ] && echo established
            c get-multi-region-access-point-policy-status --region us-west-2 --name $NAME --query Established.IsPublic
            c get-multi-region-access-point-routes --region us-east-1 --mrap $ARN --query "Routes[].TrafficDialPercentage" --output text
            c submit-multi-region-access-point-routes --region ap-southeast-2 --mrap $ARN --route-updates Bucket=$E,TrafficDialPercentage=0
            c get-multi-region-access-point-routes --region eu-west-1 --mrap $ARN \
              --query "Routes[?Region=='eu-west-1'].TrafficDialPercentage" --output text
            T=$(c delete-multi-region-access-point --region us-west-2 --client-token d-$NAME --details Name=$NAME \
              --query RequestTokenARN --output text)
            finished "$T"
            c get-multi-region-access-point --region us-west-2 --name $NAME 2>&1 | grep -o NoSuchMultiRegionAccessPoint || true
            """);

        output.Split('\n').ShouldBe(
            ["READY", "3", "SUCCEEDED", "established", "false", "100\t100\t100", "0", "SUCCEEDED", "NoSuchMultiRegionAccessPoint"]);
    }

    [Fact]
    public async Task Control_OutsideOregon_IsRedirected()
    {
        var output = await RunAsync("""
            "$AWS" s3control list-multi-region-access-points --region eu-west-1 \
              --account-id $ACCOUNT 2>&1 | grep -o PermanentRedirect | head -1 || true
            "$AWS" s3control get-multi-region-access-point-routes --region eu-central-1 --account-id $ACCOUNT \
              --mrap $ARN 2>&1 | grep -o PermanentRedirect | head -1 || true
            """);

        output.Split('\n').ShouldBe(["PermanentRedirect", "PermanentRedirect"]);
    }

    [Fact]
    public async Task EasyMode_AliasAsBucketAtTheEndpoint_IsServedAsTheAccessPoint()
    {
        var output = await RunAsync("""
            unset HTTPS_PROXY
            printf easy > e.txt
            "$AWS" --endpoint-url $SANDBOX s3api put-object --bucket $ALIAS --key easy/e.txt --body e.txt >/dev/null
            "$AWS" --endpoint-url $SANDBOX s3api get-object --bucket $ALIAS --key easy/e.txt back.txt >/dev/null
            cat back.txt; echo
            "$AWS" --endpoint-url $SANDBOX s3 ls s3://$ALIAS/easy/ | awk '{print $3, $4}'
            """);

        output.Split('\n').ShouldBe(["easy", "4 e.txt"]);
    }

    [Fact]
    public async Task Endpoint_OrdinaryBuckets_NeedNoProxy()
    {
        var output = await RunAsync("""
            unset HTTPS_PROXY
            P=$NAME-plain
            s() { "$AWS" --endpoint-url $SANDBOX "$@"; }
            s s3api create-bucket --region us-east-1 --bucket $P >/dev/null
            mkdir tree; for i in 1 2 3; do echo $i > tree/$i.txt; done
            s s3 sync --only-show-errors tree s3://$P/tree/
            s s3 ls --recursive s3://$P | wc -l
            s s3 cp --only-show-errors s3://$P/tree/1.txt s3://$P/copy.txt
            s s3 rm --only-show-errors --recursive s3://$P
            s s3api list-objects-v2 --bucket $P --query 'length(Contents || `[]`)'
            s s3api put-bucket-policy --bucket $P --policy "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Own\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"$ACCOUNT\"},\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::$P/*\"}]}"
            s s3api get-bucket-policy --bucket $P --query Policy --output text | grep -o Own
            s s3api get-public-access-block --bucket $P --query PublicAccessBlockConfiguration.BlockPublicPolicy
            s s3api delete-objects --bucket $P --delete 'Objects=[{Key=none}]' --query 'Deleted[0].Key' --output text
            s sts get-caller-identity --query Account --output text
            """);

        output.Split('\n').Select(line => line.Trim()).ShouldBe(["3", "0", "Own", "true", "none", SandboxProcess.Account]);
    }

    [Fact]
    public async Task BadCredentials_AreRefusedWithTheirCodes()
    {
        var output = await RunAsync("""
            AWS_SECRET_ACCESS_KEY=wrong "$AWS" s3api list-objects-v2 --bucket $ARN 2>&1 | grep -o SignatureDoesNotMatch || true
            AWS_ACCESS_KEY_ID=AKIAUNKNOWN "$AWS" s3api list-objects-v2 --bucket $ARN 2>&1 | grep -o InvalidAccessKeyId || true
            "$AWS" s3api list-objects-v2 --no-sign-request --bucket $ARN 2>&1 | grep -o AccessDenied || true
            AWS_SECRET_ACCESS_KEY=wrong "$AWS" s3control list-multi-region-access-points --region us-west-2 \
              --account-id $ACCOUNT 2>&1 | grep -o SignatureDoesNotMatch || true
            """);

        output.Split('\n').ShouldBe(["SignatureDoesNotMatch", "InvalidAccessKeyId", "AccessDenied", "SignatureDoesNotMatch"]);
    }

    private async Task<string> RunAsync(string script, string? vantage = null) =>
        await Script.SucceedAsync(fixture.Sandbox, $"{ShellFunctions.Finished}\n{script}", vantage, accessPoint.Variables);

    // with an access point of its own
    private async Task<string> RunAloneAsync(string script) => await Script.SucceedAsync(
        fixture.Sandbox, $"{AwsCliAccessPoint.Create}\n{script}",
        variables: new Dictionary<string, string> { ["NAME"] = AwsCliAccessPoint.NewName() });
}
