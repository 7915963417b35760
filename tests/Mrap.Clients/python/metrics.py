"""Prints the values of the queries in QUERIES between START and END, as boto3 reads them page by page."""
import json
import os

import boto3

client = boto3.client("cloudwatch", region_name="us-east-1")
pages = client.get_paginator("get_metric_data").paginate(
    MetricDataQueries=json.loads(os.environ["QUERIES"]), StartTime=os.environ["START"], EndTime=os.environ["END"])
print(*(value for page in pages for result in page["MetricDataResults"] for value in result["Values"]))
