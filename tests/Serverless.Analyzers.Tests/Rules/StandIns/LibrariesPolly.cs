// Stand-ins for the public shapes of Polly that the rules recognise by name. Bodies do nothing.
using System;

namespace Polly
{
    public interface IAsyncPolicy;
    public abstract partial class Policy
    {
        public static IAsyncPolicy TimeoutAsync(int seconds) => null!;
        public static IAsyncPolicy TimeoutAsync(TimeSpan timeout) => null!;
    }
    public sealed class ResiliencePipelineBuilder;
    public static class TimeoutResiliencePipelineBuilderExtensions
    {
        public static ResiliencePipelineBuilder AddTimeout(this ResiliencePipelineBuilder builder, TimeSpan timeout) => builder;
    }
}
