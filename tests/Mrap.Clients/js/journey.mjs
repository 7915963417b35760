// The main job of the product from the JavaScript SDK. Node does not read HTTPS_PROXY, so its agent is given one that does CONNECT;
// everything else (endpoint rules, SigV4A in pure JavaScript, XML) is the SDK's own.
import assert from 'node:assert/strict';
import { randomBytes, createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import '@aws-sdk/signature-v4a';
import * as s3 from '@aws-sdk/client-s3';
import * as control from '@aws-sdk/client-s3-control';
import { NodeHttpHandler } from '@smithy/node-http-handler';

const account = process.env.SANDBOX_ACCOUNT;
const prefix = process.env.SANDBOX_PREFIX;
const proxy = new URL(process.env.HTTPS_PROXY);
const ca = readFileSync(process.env.AWS_CA_BUNDLE);

class ProxyAgent extends https.Agent {
  constructor(vantage) {
    super({ keepAlive: true });
    this.vantage = vantage;
  }

  createConnection(options, done) {
    const headers = this.vantage
      ? { 'proxy-authorization': `Basic ${Buffer.from(`${this.vantage}:x`).toString('base64')}` }
      : {};
    http.request({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: `${options.host}:443`, headers })
      .once('connect', (answer, socket) => {
        if (answer.statusCode !== 200) {
          done(new Error(`the proxy answered ${answer.statusCode}`));
          return;
        }
        const secure = tls.connect({ socket, servername: options.host, ca }, () => done(null, secure));
        secure.once('error', done);
      })
      .once('error', done)
      .end();
  }
}

const handler = (vantage) => new NodeHttpHandler({ httpsAgent: new ProxyAgent(vantage) });
const regional = (region) => new s3.S3Client({ region, requestHandler: handler() });
const through = (vantage) => new s3.S3Client({ region: 'us-east-1', requestHandler: handler(vantage) });
const s3control = new control.S3ControlClient({ region: 'us-west-2', requestHandler: handler() });
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

const buckets = { 'eu-west-1': `${prefix}-euw1`, 'ap-southeast-2': `${prefix}-apse2`, 'us-east-1': `${prefix}-use1` };
const name = `${prefix}-global`;
let arn;

const finished = async (RequestTokenARN) => {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const { AsyncOperation } = await s3control.send(new control.DescribeMultiRegionAccessPointOperationCommand({ AccountId: account, RequestTokenARN }));
    if (['SUCCEEDED', 'FAILED'].includes(AsyncOperation.RequestStatus)) {
      return AsyncOperation;
    }
  }
  throw new Error('the operation did not end');
};

const servedBy = (client) => {
  const seen = {};
  client.middlewareStack.add((next) => async (args) => {
    const result = await next(args);
    seen.region = result.response.headers['x-sandbox-region'];
    return result;
  }, { step: 'deserialize' });
  return seen;
};

const checks = {
  async 'buckets are created in three Regions'() {
    for (const [region, Bucket] of Object.entries(buckets)) {
      const client = regional(region);
      await client.send(new s3.CreateBucketCommand({
        Bucket,
        CreateBucketConfiguration: region === 'us-east-1' ? undefined : { LocationConstraint: region },
      }));
      await client.send(new s3.PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    }
    const listed = await regional('us-east-1').send(new s3.ListBucketsCommand({ Prefix: prefix }));
    assert.deepEqual(listed.Buckets.map((b) => b.BucketRegion).sort(), Object.keys(buckets).sort());
  },
  async 'an access point becomes ready'() {
    const { RequestTokenARN } = await s3control.send(new control.CreateMultiRegionAccessPointCommand({
      AccountId: account,
      Details: { Name: name, Regions: Object.values(buckets).map((Bucket) => ({ Bucket, BucketAccountId: account })) },
    }));
    assert.equal((await finished(RequestTokenARN)).RequestStatus, 'SUCCEEDED');
    const { AccessPoint } = await s3control.send(new control.GetMultiRegionAccessPointCommand({ AccountId: account, Name: name }));
    assert.equal(AccessPoint.Status, 'READY');
    assert.ok(AccessPoint.Regions.every((r) => r.BucketAccountId === account));
    arn = `arn:aws:s3::${account}:accesspoint/${AccessPoint.Alias}`;
  },
  async 'an object goes through the ARN to the nearest Region'() {
    for (const [vantage, region] of [['ap-southeast-2', 'ap-southeast-2'], ['eu-west-2', 'eu-west-1'], ['br-sao-paulo', 'us-east-1']]) {
      const client = through(vantage);
      const seen = servedBy(client);
      const body = randomBytes(300_000);
      await client.send(new s3.PutObjectCommand({ Bucket: arn, Key: `from/${vantage}`, Body: body, Metadata: { by: 'js' } }));
      assert.equal(seen.region, region);
      const back = await client.send(new s3.GetObjectCommand({ Bucket: arn, Key: `from/${vantage}` }));
      assert.equal(sha256(await back.Body.transformToByteArray()), sha256(body));
      assert.equal(back.Metadata.by, 'js');
      const direct = await regional(region).send(new s3.HeadObjectCommand({ Bucket: buckets[region], Key: `from/${vantage}` }));
      assert.equal(direct.ContentLength, body.length);
    }
  },
  async 'an object that is elsewhere is not found'() {
    await assert.rejects(through('eu-west-2').send(new s3.GetObjectCommand({ Bucket: arn, Key: 'from/ap-southeast-2' })), { name: 'NoSuchKey' });
  },
  async 'a multipart upload is put together'() {
    const client = through('eu-west-2');
    const body = randomBytes(11 * 1024 * 1024);
    const Key = 'large.bin';
    const { UploadId } = await client.send(new s3.CreateMultipartUploadCommand({ Bucket: arn, Key }));
    const Parts = [];
    for (const [index, start] of [0, 5 * 1024 * 1024, 10 * 1024 * 1024].entries()) {
      const { ETag, ChecksumCRC32 } = await client.send(new s3.UploadPartCommand({
        Bucket: arn, Key, UploadId, PartNumber: index + 1, Body: body.subarray(start, Math.min(start + 5 * 1024 * 1024, body.length)),
      }));
      Parts.push({ ETag, ChecksumCRC32, PartNumber: index + 1 });
    }
    await client.send(new s3.CompleteMultipartUploadCommand({ Bucket: arn, Key, UploadId, MultipartUpload: { Parts } }));
    const back = await client.send(new s3.GetObjectCommand({ Bucket: arn, Key }));
    assert.equal(sha256(await back.Body.transformToByteArray()), sha256(body));
  },
  async 'listing, tagging and deleting work through the ARN'() {
    const client = through('eu-west-2');
    for (const Key of ['list/a', 'list/b/1', 'list/b/2', 'list/c']) {
      await client.send(new s3.PutObjectCommand({ Bucket: arn, Key, Body: Key, Tagging: 'kind=list' }));
    }
    const page = await client.send(new s3.ListObjectsV2Command({ Bucket: arn, Prefix: 'list/', Delimiter: '/' }));
    assert.deepEqual(page.Contents.map((o) => o.Key), ['list/a', 'list/c']);
    assert.deepEqual(page.CommonPrefixes.map((p) => p.Prefix), ['list/b/']);
    const tags = await client.send(new s3.GetObjectTaggingCommand({ Bucket: arn, Key: 'list/a' }));
    assert.deepEqual(tags.TagSet, [{ Key: 'kind', Value: 'list' }]);
    await client.send(new s3.DeleteObjectCommand({ Bucket: arn, Key: 'list/a' }));
    await assert.rejects(client.send(new s3.HeadObjectCommand({ Bucket: arn, Key: 'list/a' })), { name: 'NotFound' });
    await assert.rejects(client.send(new s3.DeleteObjectsCommand({ Bucket: arn, Delete: { Objects: [{ Key: 'list/c' }] } })), { name: 'MethodNotAllowed' });
  },
  async 'routes are read and changed'() {
    const routes = new control.S3ControlClient({ region: 'ap-northeast-1', requestHandler: handler() });
    await routes.send(new control.SubmitMultiRegionAccessPointRoutesCommand({
      AccountId: account, Mrap: arn, RouteUpdates: [{ Bucket: buckets['eu-west-1'], TrafficDialPercentage: 0 }],
    }));
    const { Routes } = await routes.send(new control.GetMultiRegionAccessPointRoutesCommand({ AccountId: account, Mrap: arn }));
    assert.equal(Routes.find((r) => r.Region === 'eu-west-1').TrafficDialPercentage, 0);
    assert.equal(Routes.find((r) => r.Region === 'us-east-1').TrafficDialPercentage, 100);
  },
  async 'the access point is deleted'() {
    const { RequestTokenARN } = await s3control.send(new control.DeleteMultiRegionAccessPointCommand({ AccountId: account, Details: { Name: name } }));
    assert.equal((await finished(RequestTokenARN)).RequestStatus, 'SUCCEEDED');
    await assert.rejects(
      s3control.send(new control.GetMultiRegionAccessPointCommand({ AccountId: account, Name: name })),
      (error) => error.name === 'NoSuchMultiRegionAccessPoint' && error.$metadata.httpStatusCode === 404,
    );
  },
};

let failures = 0;
for (const [title, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok ${title}`);
  } catch (error) {
    failures++;
    console.log(`not ok ${title}: ${error.stack ?? error}`);
  }
}
process.exit(failures === 0 ? 0 : 1);
