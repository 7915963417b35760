namespace Mrap.Clients;

/// <summary>Buckets that replicate, as a person makes them with AWS CLI.</summary>
internal static class ReplicationScripts
{
    /// <summary>
    /// Makes a versioned bucket in three Regions, <c>{prefix}-use1</c>, <c>-euw1</c> and <c>-apne1</c>, and a role that replicates.
    /// </summary>
    public static string Buckets(string prefix) => $$"""
        "$AWS" s3api create-bucket --region us-east-1 --bucket {{prefix}}-use1 >/dev/null
        "$AWS" s3api create-bucket --region eu-west-1 --bucket {{prefix}}-euw1 \
          --create-bucket-configuration LocationConstraint=eu-west-1 >/dev/null
        "$AWS" s3api create-bucket --region ap-northeast-1 --bucket {{prefix}}-apne1 \
          --create-bucket-configuration LocationConstraint=ap-northeast-1 >/dev/null
        for at in us-east-1:use1 eu-west-1:euw1 ap-northeast-1:apne1; do
          "$AWS" s3api put-bucket-versioning --region ${at%:*} --bucket {{prefix}}-${at#*:} --versioning-configuration Status=Enabled
        done
        "$AWS" iam create-role --role-name {{prefix}} --assume-role-policy-document \
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"sts:AssumeRole"}]}' \
          >/dev/null
        "$AWS" iam put-role-policy --role-name {{prefix}} --policy-name own --policy-document \
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
        rules() {
          local to=""
          for d in $2; do
            to="$to${to:+,}{\"ID\":\"to-$d\",\"Priority\":1,\"Filter\":{},\"Status\":\"Enabled\""
            to="$to,\"DeleteMarkerReplication\":{\"Status\":\"Enabled\"},\"Destination\":{\"Bucket\":\"arn:aws:s3:::{{prefix}}-$d\"}}"
          done
          "$AWS" s3api put-bucket-replication --region $3 --bucket {{prefix}}-$1 \
            --replication-configuration "{\"Role\":\"arn:aws:iam::$ACCOUNT:role/{{prefix}}\",\"Rules\":[$to]}"
        }

        """;
}
