"""The main job of the product from boto3, unmodified: proxy, CA and keys come from the environment alone.

Prints one line a check, `ok NAME` or `not ok NAME: why`, and exits with 1 when any check failed.
"""
import hashlib
import io
import json
import os
import sys
import time
import traceback
import urllib.request

import boto3
import botocore
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

ACCOUNT = os.environ["SANDBOX_ACCOUNT"]
PREFIX = os.environ["SANDBOX_PREFIX"]
REGIONS = {"eu-west-1": f"{PREFIX}-euw1", "ap-southeast-2": f"{PREFIX}-apse2", "us-east-1": f"{PREFIX}-use1"}
NAME = f"{PREFIX}-global"

control = boto3.client("s3control", region_name="us-west-2")
failures = 0
state = {}


def check(function):
    global failures
    try:
        function()
        print(f"ok {function.__name__}")
    except Exception as error:  # every failure is reported with its place
        failures += 1
        where = traceback.extract_tb(error.__traceback__)[-1]
        print(f"not ok {function.__name__}: {type(error).__name__}: {error} (line {where.lineno})")


def expect(actual, wanted):
    if actual != wanted:
        raise AssertionError(f"expected {wanted!r}, got {actual!r}")


def expect_error(call, code, status):
    try:
        call()
    except ClientError as error:
        expect((error.response["Error"]["Code"], error.response["ResponseMetadata"]["HTTPStatusCode"]), (code, status))
        return error
    raise AssertionError(f"expected {code}, but the call succeeded")


def wait(token):
    deadline = time.monotonic() + 60
    seen = []
    while time.monotonic() < deadline:
        operation = control.describe_multi_region_access_point_operation(AccountId=ACCOUNT, RequestTokenARN=token)["AsyncOperation"]
        if not seen or seen[-1] != operation["RequestStatus"]:
            seen.append(operation["RequestStatus"])
        if operation["RequestStatus"] in ("SUCCEEDED", "FAILED"):
            operation["Seen"] = seen
            return operation
        time.sleep(0.05)
    raise AssertionError(f"the operation did not end: {seen}")


def regional(region):
    return boto3.client("s3", region_name=region)


def through(vantage=None):
    """An S3 client placed at a vantage by the user name of its proxy address."""
    if vantage is None:
        return boto3.client("s3", region_name="us-east-1")
    scheme, rest = os.environ["HTTPS_PROXY"].split("://", 1)
    proxy = f"{scheme}://{vantage}:x@{rest.rsplit('@', 1)[-1]}"
    return boto3.client("s3", region_name="us-east-1", config=Config(proxies={"https": proxy}))


def buckets_are_created_in_three_regions():
    for region, bucket in REGIONS.items():
        where = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
        regional(region).create_bucket(Bucket=bucket, **where)
        regional(region).put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        expect(regional(region).get_bucket_versioning(Bucket=bucket)["Status"], "Enabled")
        expect(regional(region).get_bucket_location(Bucket=bucket)["LocationConstraint"], None if region == "us-east-1" else region)
        expect(regional(region).head_bucket(Bucket=bucket)["ResponseMetadata"]["HTTPHeaders"]["x-amz-bucket-region"], region)


def a_bucket_is_found_from_another_region():
    expect(regional("us-west-2").list_objects_v2(Bucket=REGIONS["eu-west-1"])["KeyCount"], 0)


def an_access_point_becomes_ready():
    token = control.create_multi_region_access_point(
        AccountId=ACCOUNT, Details={"Name": NAME, "Regions": [{"Bucket": bucket} for bucket in REGIONS.values()]}
    )["RequestTokenARN"]
    operation = wait(token)
    expect(operation["Seen"][-1], "SUCCEEDED")
    expect(operation["RequestParameters"]["CreateMultiRegionAccessPointRequest"]["PublicAccessBlock"]["BlockPublicAcls"], True)
    report = control.get_multi_region_access_point(AccountId=ACCOUNT, Name=NAME)["AccessPoint"]
    expect(report["Status"], "READY")
    expect({r["Region"]: r["Bucket"] for r in report["Regions"]}, REGIONS)
    expect(set(report["PublicAccessBlock"].values()), {True})
    state["arn"] = f"arn:aws:s3::{ACCOUNT}:accesspoint/{report['Alias']}"
    state["alias"] = report["Alias"]
    expect([p["Name"] for p in control.list_multi_region_access_points(AccountId=ACCOUNT)["AccessPoints"] if p["Name"] == NAME], [NAME])


def an_object_goes_through_the_arn_to_the_nearest_region():
    for vantage, region in (("ap-southeast-2", "ap-southeast-2"), ("eu-west-2", "eu-west-1"), ("us-east-2", "us-east-1")):
        body = os.urandom(70_000)
        answer = through(vantage).put_object(Bucket=state["arn"], Key=f"from/{vantage}.bin", Body=body, Metadata={"made-by": "boto3"})
        expect(answer["ResponseMetadata"]["HTTPHeaders"]["x-sandbox-region"], region)
        direct = regional(region).get_object(Bucket=REGIONS[region], Key=f"from/{vantage}.bin")
        expect(direct["Metadata"], {"made-by": "boto3"})
        expect(hashlib.sha256(direct["Body"].read()).hexdigest(), hashlib.sha256(body).hexdigest())
        read = through(vantage).get_object(Bucket=state["arn"], Key=f"from/{vantage}.bin")
        expect(read["Body"].read() == body, True)


def an_object_that_is_elsewhere_is_not_found():
    expect_error(lambda: through("eu-west-2").get_object(Bucket=state["arn"], Key="from/us-east-2.bin"), "NoSuchKey", 404)


def a_large_object_goes_up_and_down_in_parts():
    body = os.urandom(20 * 1024 * 1024)
    s3 = through("eu-west-2")
    s3.upload_fileobj(io.BytesIO(body), state["arn"], "large.bin", Config=TransferConfig(multipart_chunksize=8 * 1024 * 1024))
    back = io.BytesIO()
    s3.download_fileobj(state["arn"], "large.bin", back)
    expect(hashlib.sha256(back.getvalue()).hexdigest(), hashlib.sha256(body).hexdigest())
    expect(s3.head_object(Bucket=state["arn"], Key="large.bin")["ETag"].endswith('-3"'), True)
    part = s3.get_object(Bucket=state["arn"], Key="large.bin", Range="bytes=8388600-8388699")
    expect(part["Body"].read() == body[8388600:8388700], True)
    expect(part["ContentRange"], f"bytes 8388600-8388699/{len(body)}")


def odd_keys_survive():
    s3 = through()
    for key in ("a b+c/ü/%2F.txt", "x.mrap/y", "..", "a/../b", "trailing/", "tab\tkey", "emoji-\U0001f30d", "quote'\"<>&"):
        s3.put_object(Bucket=state["arn"], Key="odd/" + key, Body=key.encode())
        expect(s3.get_object(Bucket=state["arn"], Key="odd/" + key)["Body"].read(), key.encode())
    listed = {o["Key"] for page in s3.get_paginator("list_objects_v2").paginate(Bucket=state["arn"], Prefix="odd/", PaginationConfig={"PageSize": 3}) for o in page["Contents"]}
    expect("odd/a/../b" in listed and "odd/emoji-\U0001f30d" in listed and len(listed), 8)


def a_presigned_url_works():
    s3 = through()
    s3.put_object(Bucket=state["arn"], Key="presigned.txt", Body=b"presigned")
    url = s3.generate_presigned_url("get_object", Params={"Bucket": state["arn"], "Key": "presigned.txt"}, ExpiresIn=300)
    expect("AWS4-ECDSA-P256-SHA256" in url, True)
    import ssl
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({"https": os.environ["HTTPS_PROXY"]}),
        urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=os.environ["AWS_CA_BUNDLE"])),
    )
    expect(opener.open(url).read(), b"presigned")


def unsupported_operations_are_refused():
    s3 = through()
    expect_error(lambda: s3.delete_objects(Bucket=state["arn"], Delete={"Objects": [{"Key": "x"}]}), "MethodNotAllowed", 405)
    expect_error(lambda: s3.head_bucket(Bucket=state["arn"]), "405", 405)
    expect_error(lambda: s3.list_object_versions(Bucket=state["arn"]), "MethodNotAllowed", 405)


def a_copy_goes_to_the_access_point_and_not_from_it():
    s3 = through("us-east-2")
    s3.copy_object(Bucket=state["arn"], Key="copied", CopySource={"Bucket": REGIONS["us-east-1"], "Key": "from/us-east-2.bin"})
    expect(s3.head_object(Bucket=state["arn"], Key="copied")["ContentLength"], 70_000)
    expect_error(lambda: s3.copy_object(Bucket=state["arn"], Key="again", CopySource={"Bucket": state["arn"], "Key": "copied"}), "InvalidRequest", 400)


def tags_and_metadata_come_back():
    s3 = through()
    s3.put_object(Bucket=state["arn"], Key="tagged", Body=b"x", Tagging="team=media&stage=prod", ContentType="text/plain", CacheControl="max-age=60")
    expect({t["Key"]: t["Value"] for t in s3.get_object_tagging(Bucket=state["arn"], Key="tagged")["TagSet"]}, {"team": "media", "stage": "prod"})
    s3.put_object_tagging(Bucket=state["arn"], Key="tagged", Tagging={"TagSet": [{"Key": "team", "Value": "web"}]})
    head = s3.head_object(Bucket=state["arn"], Key="tagged")
    expect((head["ContentType"], head["CacheControl"], head["ResponseMetadata"]["HTTPHeaders"].get("x-amz-tagging-count", "1")), ("text/plain", "max-age=60", "1"))
    s3.delete_object_tagging(Bucket=state["arn"], Key="tagged")
    expect(s3.get_object_tagging(Bucket=state["arn"], Key="tagged")["TagSet"], [])


def checksums_are_kept_and_checked():
    s3 = through()
    for algorithm in ("CRC32", "CRC32C", "SHA1", "SHA256") if botocore.__version__ >= "1.29" else ("SHA1", "SHA256"):
        s3.put_object(Bucket=state["arn"], Key="sum-" + algorithm, Body=b"checksummed", ChecksumAlgorithm=algorithm)
        head = s3.head_object(Bucket=state["arn"], Key="sum-" + algorithm, ChecksumMode="ENABLED")
        expect("Checksum" + algorithm in head, True)
    expect_error(lambda: s3.put_object(Bucket=state["arn"], Key="bad", Body=b"x", ChecksumSHA256="A" * 43 + "="), "BadDigest", 400)
    expect_error(lambda: s3.head_object(Bucket=state["arn"], Key="bad"), "404", 404)


def routes_fail_over():
    routes = boto3.client("s3control", region_name="eu-west-1")
    arn = state["arn"]
    expect({r["Region"]: r["TrafficDialPercentage"] for r in routes.get_multi_region_access_point_routes(AccountId=ACCOUNT, Mrap=arn)["Routes"]}, dict.fromkeys(REGIONS, 100))
    routes.submit_multi_region_access_point_routes(AccountId=ACCOUNT, Mrap=arn, RouteUpdates=[{"Bucket": REGIONS["us-east-1"], "TrafficDialPercentage": 0}])
    expect({r["Region"]: r["TrafficDialPercentage"] for r in routes.get_multi_region_access_point_routes(AccountId=ACCOUNT, Mrap=arn)["Routes"]}["us-east-1"], 0)
    deadline = time.monotonic() + 30
    while through("us-east-2").put_object(Bucket=arn, Key="flip", Body=b"x")["ResponseMetadata"]["HTTPHeaders"]["x-sandbox-region"] == "us-east-1":
        expect(time.monotonic() < deadline, True)
    expect_error(
        lambda: routes.submit_multi_region_access_point_routes(AccountId=ACCOUNT, Mrap=arn, RouteUpdates=[{"Bucket": b, "TrafficDialPercentage": 0} for b in REGIONS.values()]),
        "InvalidRequest", 400)
    routes.submit_multi_region_access_point_routes(AccountId=ACCOUNT, Mrap=arn, RouteUpdates=[{"Bucket": REGIONS["us-east-1"], "TrafficDialPercentage": 100}])


def control_calls_elsewhere_are_redirected():
    elsewhere = boto3.client("s3control", region_name="eu-west-1")
    expect_error(lambda: elsewhere.list_multi_region_access_points(AccountId=ACCOUNT), "PermanentRedirect", 301)


def a_policy_is_proposed_and_then_established():
    policy = json.dumps({"Version": "2012-10-17", "Statement": [{"Sid": "Default", "Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": ["s3:GetObject", "s3:PutObject"], "Resource": state["arn"] + "/object/*"}]})
    token = control.put_multi_region_access_point_policy(AccountId=ACCOUNT, Details={"Name": NAME, "Policy": policy})["RequestTokenARN"]
    expect(wait(token)["RequestStatus"], "SUCCEEDED")
    answer = control.get_multi_region_access_point_policy(AccountId=ACCOUNT, Name=NAME)["Policy"]
    expect(json.loads(answer["Established"]["Policy"]), json.loads(policy))
    expect(control.get_multi_region_access_point_policy_status(AccountId=ACCOUNT, Name=NAME)["Established"]["IsPublic"], False)


def failures_come_asynchronously():
    token = control.create_multi_region_access_point(AccountId=ACCOUNT, Details={"Name": NAME + "-x", "Regions": [{"Bucket": PREFIX + "-missing"}]})["RequestTokenARN"]
    operation = wait(token)
    expect((operation["RequestStatus"], operation["ResponseDetails"]["ErrorDetails"]["Code"]), ("FAILED", "NoSuchBucket"))


def a_member_bucket_is_held():
    bucket = REGIONS["ap-southeast-2"]
    expect_error(lambda: regional("ap-southeast-2").delete_bucket(Bucket=bucket), "BucketHasAccessPointsAttached", 400)


def who_am_i():
    identity = boto3.client("sts", region_name="us-east-1").get_caller_identity()
    expect((identity["Account"], identity["Arn"]), (ACCOUNT, f"arn:aws:iam::{ACCOUNT}:user/admin"))


def the_policy_simulator_answers():
    iam = boto3.client("iam", region_name="us-east-1")
    policy = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}}]})
    for address, decision in (("192.0.2.1", "allowed"), ("198.51.100.1", "implicitDeny")):
        entry = {"ContextKeyName": "aws:SourceIp", "ContextKeyValues": [address], "ContextKeyType": "ip"}
        pages = iam.get_paginator("simulate_custom_policy").paginate(
            PolicyInputList=[policy], ActionNames=["s3:GetObject", "s3:PutObject"], ResourceArns=["arn:aws:s3:::b/k"], ContextEntries=[entry], PaginationConfig={"PageSize": 1})
        expect([result["EvalDecision"] for page in pages for result in page["EvaluationResults"]], [decision, "implicitDeny"])
    expect_error(lambda: iam.simulate_custom_policy(PolicyInputList=["{"], ActionNames=["s3:GetObject"]), "InvalidInput", 400)


def policies_are_checked():
    analyzer = boto3.client("accessanalyzer", region_name="us-east-1")
    policy = json.dumps({"Version": "2012-10-17", "Statement": [{"Sid": "", "Effect": "allow", "Principal": {"AWS": ACCOUNT}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}]})
    pages = analyzer.get_paginator("validate_policy").paginate(policyDocument=policy, policyType="RESOURCE_POLICY", PaginationConfig={"PageSize": 1})
    expect([finding["issueCode"] for page in pages for finding in page["findings"]], ["EMPTY_SID_VALUE", "INVALID_EFFECT"])
    expect_error(lambda: analyzer.validate_policy(policyDocument=policy, policyType="OTHER"), "ValidationException", 400)


def the_access_point_is_deleted():
    token = control.delete_multi_region_access_point(AccountId=ACCOUNT, Details={"Name": NAME})["RequestTokenARN"]
    expect(wait(token)["RequestStatus"], "SUCCEEDED")
    expect_error(lambda: control.get_multi_region_access_point(AccountId=ACCOUNT, Name=NAME), "NoSuchMultiRegionAccessPoint", 404)


print(f"# boto3 {boto3.__version__}, botocore {botocore.__version__}")
for step in (
    buckets_are_created_in_three_regions, a_bucket_is_found_from_another_region, an_access_point_becomes_ready,
    an_object_goes_through_the_arn_to_the_nearest_region, an_object_that_is_elsewhere_is_not_found, a_large_object_goes_up_and_down_in_parts,
    odd_keys_survive, a_presigned_url_works, unsupported_operations_are_refused, a_copy_goes_to_the_access_point_and_not_from_it,
    tags_and_metadata_come_back, checksums_are_kept_and_checked, routes_fail_over, control_calls_elsewhere_are_redirected,
    a_policy_is_proposed_and_then_established, failures_come_asynchronously, a_member_bucket_is_held, who_am_i, the_policy_simulator_answers, policies_are_checked,
    the_access_point_is_deleted,
):
    check(step)
sys.exit(1 if failures else 0)
