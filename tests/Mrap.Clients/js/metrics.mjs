// Prints the values of the queries in QUERIES between START and END, as the JavaScript SDK reads them. It goes to the sandbox's
// own endpoint, where the Region of the signature counts.
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';

const client = new CloudWatchClient({ region: 'us-east-1', endpoint: process.env.SANDBOX });
const answer = await client.send(new GetMetricDataCommand({
  MetricDataQueries: JSON.parse(process.env.QUERIES),
  StartTime: new Date(process.env.START),
  EndTime: new Date(process.env.END),
}));
console.log(answer.MetricDataResults.flatMap((result) => result.Values).join(' '));
