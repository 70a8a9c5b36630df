// Stand-ins for the public shapes of Amazon CloudWatch in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.CloudWatch
{
    using Amazon.CloudWatch.Model;
    using Amazon.Runtime;

    public class AmazonCloudWatchConfig : ClientConfig;
    public class AmazonCloudWatchRequest : AmazonWebServiceRequest;
    public class StandardUnit : ConstantClass
    {
        public static readonly StandardUnit Count = new("Count");
        public static readonly StandardUnit Milliseconds = new("Milliseconds");
        public static readonly StandardUnit Seconds = new("Seconds");
        public static readonly StandardUnit Bytes = new("Bytes");
        public static readonly StandardUnit None = new("None");
        public StandardUnit(string value) : base(value) { }
        public static implicit operator StandardUnit(string value) => new(value);
    }
    public interface IAmazonCloudWatch : IAmazonService, IDisposable
    {
        ICloudWatchPaginatorFactory Paginators { get; }
        Task<PutMetricDataResponse> PutMetricDataAsync(PutMetricDataRequest request, CancellationToken cancellationToken = default);
        Task<GetMetricDataResponse> GetMetricDataAsync(GetMetricDataRequest request, CancellationToken cancellationToken = default);
        Task<ListMetricsResponse> ListMetricsAsync(CancellationToken cancellationToken = default);
        Task<ListMetricsResponse> ListMetricsAsync(ListMetricsRequest request, CancellationToken cancellationToken = default);
        Task<DescribeAlarmsResponse> DescribeAlarmsAsync(CancellationToken cancellationToken = default);
        Task<DescribeAlarmsResponse> DescribeAlarmsAsync(DescribeAlarmsRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonCloudWatchClient : AmazonServiceClient, IAmazonCloudWatch
    {
        public AmazonCloudWatchClient() { }
        public AmazonCloudWatchClient(RegionEndpoint region) { }
        public AmazonCloudWatchClient(AmazonCloudWatchConfig config) { }
        public AmazonCloudWatchClient(AWSCredentials credentials) { }
        public AmazonCloudWatchClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig clientConfig) { }
        public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonCloudWatchConfig clientConfig) { }
        public ICloudWatchPaginatorFactory Paginators => null;
        public virtual Task<PutMetricDataResponse> PutMetricDataAsync(PutMetricDataRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetMetricDataResponse> GetMetricDataAsync(GetMetricDataRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListMetricsResponse> ListMetricsAsync(CancellationToken cancellationToken = default) => null;
        public virtual Task<ListMetricsResponse> ListMetricsAsync(ListMetricsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<DescribeAlarmsResponse> DescribeAlarmsAsync(CancellationToken cancellationToken = default) => null;
        public virtual Task<DescribeAlarmsResponse> DescribeAlarmsAsync(DescribeAlarmsRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.CloudWatch.Model
{
    using Amazon.Runtime;

    public class PutMetricDataRequest : AmazonCloudWatchRequest
    {
        public string Namespace { get; set; }
        public List<MetricDatum> MetricData { get; set; }
    }
    public class PutMetricDataResponse : AmazonWebServiceResponse;
    public class GetMetricDataRequest : AmazonCloudWatchRequest
    {
        public List<MetricDataQuery> MetricDataQueries { get; set; }
        public DateTime? StartTime { get; set; }
        public DateTime? EndTime { get; set; }
        public int? MaxDatapoints { get; set; }
        public string NextToken { get; set; }
    }
    public class GetMetricDataResponse : AmazonWebServiceResponse
    {
        public List<MetricDataResult> MetricDataResults { get; set; }
        public string NextToken { get; set; }
    }
    public class ListMetricsRequest : AmazonCloudWatchRequest
    {
        public string Namespace { get; set; }
        public string MetricName { get; set; }
        public string NextToken { get; set; }
    }
    public class ListMetricsResponse : AmazonWebServiceResponse
    {
        public List<Metric> Metrics { get; set; }
        public string NextToken { get; set; }
    }
    public class DescribeAlarmsRequest : AmazonCloudWatchRequest
    {
        public List<string> AlarmNames { get; set; }
        public int? MaxRecords { get; set; }
        public string NextToken { get; set; }
    }
    public class DescribeAlarmsResponse : AmazonWebServiceResponse
    {
        public List<MetricAlarm> MetricAlarms { get; set; }
        public string NextToken { get; set; }
    }
    public class MetricDatum
    {
        public string MetricName { get; set; }
        public double? Value { get; set; }
        public StandardUnit Unit { get; set; }
        public DateTime? Timestamp { get; set; }
        public List<Dimension> Dimensions { get; set; }
    }
    public class Dimension
    {
        public string Name { get; set; }
        public string Value { get; set; }
    }
    public class MetricDataQuery
    {
        public string Id { get; set; }
        public string Expression { get; set; }
    }
    public class MetricDataResult
    {
        public string Id { get; set; }
        public string Label { get; set; }
        public List<double> Values { get; set; }
        public List<DateTime> Timestamps { get; set; }
    }
    public class Metric
    {
        public string Namespace { get; set; }
        public string MetricName { get; set; }
        public List<Dimension> Dimensions { get; set; }
    }
    public class MetricAlarm
    {
        public string AlarmName { get; set; }
        public string AlarmArn { get; set; }
    }
    public interface ICloudWatchPaginatorFactory
    {
        IGetMetricDataPaginator GetMetricData(GetMetricDataRequest request);
        IListMetricsPaginator ListMetrics(ListMetricsRequest request);
        IDescribeAlarmsPaginator DescribeAlarms(DescribeAlarmsRequest request);
    }
    public interface IGetMetricDataPaginator
    {
        IPaginatedEnumerable<GetMetricDataResponse> Responses { get; }
        IPaginatedEnumerable<MetricDataResult> MetricDataResults { get; }
    }
    public interface IListMetricsPaginator
    {
        IPaginatedEnumerable<ListMetricsResponse> Responses { get; }
        IPaginatedEnumerable<Metric> Metrics { get; }
    }
    public interface IDescribeAlarmsPaginator
    {
        IPaginatedEnumerable<DescribeAlarmsResponse> Responses { get; }
        IPaginatedEnumerable<MetricAlarm> MetricAlarms { get; }
    }
}
