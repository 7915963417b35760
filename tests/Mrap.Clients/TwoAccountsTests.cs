namespace Mrap.Clients;

/// <summary>Who gets in through an access point, set up and asked as a person would, with the unmodified AWS CLI in two accounts.</summary>
public sealed class TwoAccountsTests(TwoAccountsFixture accounts) : IClassFixture<TwoAccountsFixture>
{
    /// <summary>Policies that let alice in by her own account's rules, and bob by all three.</summary>
    private const string Policies = """
        CALLER=$(allow "$OBJECTS" "[\"$ARN/object/*\",\"arn:aws:s3:::$E/*\",\"arn:aws:s3:::$A/*\"]")
        POINT=$(allow "$OBJECTS" "\"$ARN/object/*\"" "{\"AWS\":\"$OTHER\"}")
        delegate() { allow '"s3:*"' "[\"arn:aws:s3:::$1\",\"arn:aws:s3:::$1/*\"]" '{"AWS":"*"}' "{\"StringEquals\":{\"s3:DataAccessPointArn\":\"$ARN\"}}"; }
        get() { attempt as "$1" s3api get-object --bucket "${2-$ARN}" --key k out; }
        """;

    [Fact]
    public async Task SameAccount_IdentityPolicyAlone_LetsIn()
    {
        var lines = await RunAsync("""
            get alice
            owner iam put-user-policy --user-name alice --policy-name point --policy-document "$(allow "$OBJECTS" "\"$ARN/object/*\"")"
            get alice
            owner iam put-user-policy --user-name alice --policy-name point --policy-document "$CALLER"
            get alice; cat out
            get nobody; cat error.txt
            owner iam delete-user-policy --user-name alice --policy-name point
            """);

        lines[..4].ShouldBe(["AccessDenied", "AccessDenied", "allowed", "hello"]);
        lines[4].ShouldBe("AccessDenied");
        lines[^1].ShouldContain("because no identity-based policy allows the s3:GetObject action");
    }

    [Fact]
    public async Task AcrossAccounts_AllThreePolicies_AreNeeded()
    {
        var lines = await RunAsync("""
            other iam put-user-policy --user-name bob --policy-name point --policy-document "$CALLER"
            policy closed "$POINT"
            owner s3api put-bucket-policy --region eu-west-1 --bucket $E --policy "$(delegate $E)"
            get bob; cat out
            echo "without his own"
            other iam delete-user-policy --user-name bob --policy-name point
            get bob
            other iam put-user-policy --user-name bob --policy-name point --policy-document "$CALLER"
            echo "without the access point's"
            policy closed "$(allow "$OBJECTS" "\"$ARN/object/*\"" "{\"AWS\":\"$ACCOUNT\"}")"
            get bob
            policy closed "$POINT"
            echo "without the bucket's"
            owner s3api delete-bucket-policy --region eu-west-1 --bucket $E
            get bob
            owner s3api put-bucket-policy --region eu-west-1 --bucket $E --policy "$(delegate $E)"
            get bob
            owner s3api delete-bucket-policy --region eu-west-1 --bucket $E
            other iam delete-user-policy --user-name bob --policy-name point
            """);

        lines.ShouldBe(
            [
                "allowed", "hello", "without his own", "AccessDenied", "without the access point's", "AccessDenied", "without the bucket's",
                "AccessDenied", "allowed"]);
    }

    [Fact]
    public async Task Deny_InOneMemberBucket_DeniesOnlyWhatIsRoutedThere()
    {
        var lines = await RunAsync("""
            owner iam put-user-policy --user-name alice --policy-name point --policy-document "$CALLER"
            owner s3api put-bucket-policy --region ap-southeast-2 --bucket $A \
              --policy "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::$A/*\",\"Condition\":{\"StringEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::$ACCOUNT:user/alice\"}}}]}"
            at ap-southeast-2; get alice; cat error.txt | grep -o 'with an explicit deny in a resource-based policy'
            at ng-lagos; get alice
            owner s3api delete-bucket-policy --region ap-southeast-2 --bucket $A
            at ap-southeast-2; get alice
            owner iam delete-user-policy --user-name alice --policy-name point
            """);

        lines.ShouldBe(["AccessDenied", "with an explicit deny in a resource-based policy", "allowed", "allowed"]);
    }

    [Fact]
    public async Task PublicPolicy_UnderBlockPublicPolicy_IsRefused()
    {
        var lines = await RunAsync("""
            PUBLIC=$(allow "$OBJECTS" "\"$ARN/object/*\"" '"*"')
            attempt policy closed "$PUBLIC"; grep -o BlockPublicPolicy error.txt
            attempt policy open "${PUBLIC//"$ARN"/"$OPEN"}"
            owner s3control get-multi-region-access-point-policy-status --region us-west-2 --account-id $ACCOUNT --name open \
              --query Established.IsPublic
            attempt owner s3api put-bucket-policy --region eu-west-1 --bucket $E \
              --policy "$(allow '"s3:GetObject"' "\"arn:aws:s3:::$E/*\"" '"*"')"; grep -o BlockPublicPolicy error.txt
            policy open "$(allow "$OBJECTS" "\"$OPEN/object/*\"" "{\"AWS\":\"$ACCOUNT\"}")"
            """);

        lines.ShouldBe(["AccessDenied", "BlockPublicPolicy", "allowed", "true", "AccessDenied", "BlockPublicPolicy"]);
    }

    [Fact]
    public async Task PublicPolicy_UnderRestrictPublicBuckets_LetsOnlyTheOwnersAccountIn()
    {
        var lines = await RunAsync("""
            block() { owner s3api put-public-access-block --region eu-west-1 --bucket $E \
              --public-access-block-configuration "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=$1"; }
            other iam put-user-policy --user-name bob --policy-name open --policy-document "${CALLER//"$ARN"/"$OPEN"}"
            block false
            owner s3api put-bucket-policy --region eu-west-1 --bucket $E --policy "$(allow '"s3:GetObject"' "\"arn:aws:s3:::$E/*\"" '"*"')"
            policy open "$(allow "$OBJECTS" "\"$OPEN/object/*\"" '"*"')"
            get bob $OPEN
            attempt "$AWS" s3api get-object --region eu-west-1 --no-sign-request --bucket $E --key k out
            block true
            get bob $OPEN
            attempt "$AWS" s3api get-object --region eu-west-1 --no-sign-request --bucket $E --key k out
            get nobody $OPEN
            owner s3api delete-bucket-policy --region eu-west-1 --bucket $E
            owner s3api put-public-access-block --region eu-west-1 --bucket $E \
              --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
            other iam delete-user-policy --user-name bob --policy-name open
            policy open "$(allow "$OBJECTS" "\"$OPEN/object/*\"" "{\"AWS\":\"$ACCOUNT\"}")"
            """);

        lines.ShouldBe(["allowed", "allowed", "AccessDenied", "AccessDenied", "allowed"]);
    }

    [Fact]
    public async Task ExamplePolicy_OfTheGuide_WorksAsWritten()
    {
        var lines = await RunAsync("""
            EXAMPLE="{ \"Version\": \"2012-10-17\", \"Statement\": [ { \"Sid\": \"Default\", \"Effect\": \"Allow\", \"Principal\": { \"AWS\": \"$ACCOUNT\" }, \"Action\": [\"s3:GetObject\", \"s3:PutObject\"], \"Resource\": \"$ARN/object/*\" } ] }"
            owner accessanalyzer validate-policy --policy-document "$EXAMPLE" --policy-type RESOURCE_POLICY \
              --validate-policy-resource-type AWS::S3::MultiRegionAccessPoint --query "length(findings[?findingType=='ERROR'])"
            policy closed "$EXAMPLE"
            [ "$(owner s3control get-multi-region-access-point-policy --region us-west-2 --account-id $ACCOUNT --name closed --query Policy.Established.Policy --output text)" = "$EXAMPLE" ] && echo established
            owner s3control get-multi-region-access-point-policy-status --region us-west-2 --account-id $ACCOUNT --name closed \
              --query Established.IsPublic
            owner iam put-user-policy --user-name alice --policy-name point --policy-document "$CALLER"
            echo written > w
            attempt as alice s3api put-object --bucket $ARN --key written --body w
            attempt as alice s3api get-object --bucket $ARN --key written out; cat out
            attempt as alice s3api list-objects-v2 --bucket $ARN
            get bob
            owner iam delete-user-policy --user-name alice --policy-name point
            """);

        lines.ShouldBe(["0", "established", "false", "allowed", "allowed", "written", "AccessDenied", "AccessDenied"]);
    }

    [Fact]
    public async Task Role_AssumedAcrossAccounts_HasTheRightsOfItsPoliciesAndSession()
    {
        var lines = await RunAsync("""
            owner iam create-role --role-name reader --assume-role-policy-document "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::$OTHER:root\"},\"Action\":\"sts:AssumeRole\"}]}" >/dev/null
            owner iam put-role-policy --role-name reader --policy-name point --policy-document "$CALLER"
            ROLE=arn:aws:iam::$ACCOUNT:role/reader
            assume() { as bob sts assume-role --role-arn $ROLE --role-session-name visit "$@" \
              --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text; }
            attempt assume
            other iam put-user-policy --user-name bob --policy-name assume --policy-document "$(allow '"sts:AssumeRole"' "\"$ROLE\"")"
            read role_KEY role_SECRET role_TOKEN <<< "$(assume)"
            as role sts get-caller-identity --query Arn --output text
            echo session > s
            attempt as role s3api put-object --bucket $ARN --key session --body s
            get role
            read role_KEY role_SECRET role_TOKEN <<< "$(assume --policy "$(allow '"s3:GetObject"' '"*"')")"
            get role
            attempt as role s3api put-object --bucket $ARN --key k \
              --body s; grep -o 'no session policy allows the s3:PutObject action' error.txt
            other iam delete-user-policy --user-name bob --policy-name assume
            """);

        lines.ShouldBe(
            [
                "AccessDenied", $"arn:aws:sts::{SandboxProcess.Account}:assumed-role/reader/visit", "allowed", "allowed", "allowed",
                "AccessDenied", "no session policy allows the s3:PutObject action"]);
    }

    [Fact]
    public async Task Simulator_AsksTheSameQuestions_GivesTheSameAnswers()
    {
        var lines = await RunAsync("""
            simulate() { owner iam simulate-custom-policy --policy-input-list "$CALLER" --action-names s3:GetObject \
              --resource-arns "arn:aws:s3:::$E/k" --caller-arn "arn:aws:iam::$1:user/bob" \
              --resource-owner "arn:aws:iam::$ACCOUNT:root" "${@:2}" \
              --query 'EvaluationResults[0].[EvalDecision, MatchedStatements[0].SourcePolicyId, MatchedStatements[0].StartPosition.Column, EvalDecisionDetails."Resource Policy"]' --output text; }
            THROUGH="ContextKeyName=s3:DataAccessPointArn,ContextKeyValues=$ARN,ContextKeyType=string"
            simulate $ACCOUNT
            simulate $OTHER --resource-policy "$(delegate $E)" --context-entries "$THROUGH"
            simulate $OTHER --resource-policy "$(delegate $E)"
            attempt as nobody iam simulate-custom-policy --policy-input-list "$CALLER" --action-names s3:GetObject
            grep -o 'no identity-based policy allows the iam:SimulateCustomPolicy action' error.txt
            attempt as nobody accessanalyzer validate-policy --policy-document "$CALLER" --policy-type IDENTITY_POLICY
            owner accessanalyzer validate-policy --policy-document '{"Statement":[{"Effect":"allow","Action":"s3:GetObject","Resource":"*"}]}' --policy-type IDENTITY_POLICY --query "findings[?issueCode=='INVALID_EFFECT'].[findingType, locations[0].span.start.column, locations[0].path[2].value]" --output text
            unset HTTPS_PROXY
            owner --endpoint-url $SANDBOX iam simulate-custom-policy --policy-input-list "$CALLER" --action-names s3:ListBucket \
              --query 'EvaluationResults[].EvalDecision' --output text
            owner --endpoint-url $SANDBOX accessanalyzer validate-policy --policy-document "$CALLER" --policy-type IDENTITY_POLICY \
              --query "findings[?findingType=='ERROR']" --output text | wc -l
            """);

        lines.Select(line => line.Replace('\t', ' ')).ShouldBe(
        [
            "allowed PolicyInputList.1 38 None",
            "allowed ResourcePolicy 38 allowed",
            "implicitDeny None None implicitDeny",
            "AccessDenied",
            "no identity-based policy allows the iam:SimulateCustomPolicy action",
            "AccessDeniedException",
            "ERROR 24 Effect",
            "implicitDeny",
            "0",
        ]);
    }

    private async Task<string[]> RunAsync(string script) =>
        (await accounts.RunAsync($"{Policies}\n{script}")).Split('\n').Select(line => line.Trim()).ToArray();
}
