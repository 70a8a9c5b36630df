// Stand-ins for the public shapes that the rules recognise by name. Bodies do nothing.
using System;
using System.IO;
using System.Threading.Tasks;

namespace Amazon.Lambda.Core
{
    public interface ILambdaContext
    {
        string AwsRequestId { get; }
        string FunctionName { get; }
        string InvokedFunctionArn { get; }
        TimeSpan RemainingTime { get; }
        ILambdaLogger Logger { get; }
    }

    public interface ILambdaLogger
    {
        void LogInformation(string message);
        void LogError(string message) => LogInformation(message);
    }

    [AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Method)]
    public sealed class LambdaSerializerAttribute(Type type) : Attribute
    {
        public Type Serializer { get; } = type;
    }
}

namespace Amazon.Lambda.Annotations
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class LambdaFunctionAttribute : Attribute
    {
        public uint Timeout { get; set; }
        public uint MemorySize { get; set; }
        public string? Role { get; set; }
        public string? Policies { get; set; }
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class LambdaStartupAttribute : Attribute;
}

namespace Amazon.Lambda.RuntimeSupport
{
    using Amazon.Lambda.Core;

    public sealed class LambdaBootstrapBuilder
    {
        public static LambdaBootstrapBuilder Create(Func<Stream, Task<Stream>> handler) => new();
        public static LambdaBootstrapBuilder Create<TIn, TOut>(Func<TIn, ILambdaContext, Task<TOut>> handler, object? serializer = null) => new();
        public static LambdaBootstrapBuilder Create<TIn>(Func<TIn, ILambdaContext, Task> handler, object? serializer = null) => new();
        public static LambdaBootstrapBuilder Create<TIn, TOut>(Func<TIn, ILambdaContext, TOut> handler, object? serializer = null) => new();
        public LambdaBootstrap Build() => new(null);
    }

    public sealed class LambdaBootstrap(HandlerWrapper? wrapper) : IDisposable
    {
        public HandlerWrapper? Wrapper { get; } = wrapper;
        public Task RunAsync() => Task.CompletedTask;
        public void Dispose() { }
    }

    public sealed class HandlerWrapper : IDisposable
    {
        public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) => new();
        public static HandlerWrapper GetHandlerWrapper<TIn>(Func<TIn, ILambdaContext, Task> handler, object? serializer = null) => new();
        public void Dispose() { }
    }
}
