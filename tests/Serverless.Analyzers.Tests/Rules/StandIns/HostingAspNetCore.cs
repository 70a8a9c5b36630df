// Stand-ins for the shapes of ASP.NET Core, SignalR and gRPC that are recognised by what a class derives from or implements. Bodies do nothing.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Http
{
    public delegate Task RequestDelegate(HttpContext context);

    public delegate ValueTask<object?> EndpointFilterDelegate(EndpointFilterInvocationContext context);

    public abstract class EndpointFilterInvocationContext;

    public interface IEndpointFilter
    {
        ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next);
    }

    public interface IMiddleware
    {
        Task InvokeAsync(HttpContext context, RequestDelegate next);
    }
}

namespace Microsoft.AspNetCore.Mvc.Filters
{
    public class ActionExecutingContext;
    public class ActionExecutedContext;

    public interface IActionFilter
    {
        void OnActionExecuting(ActionExecutingContext context);
        void OnActionExecuted(ActionExecutedContext context);
    }
}

namespace Microsoft.AspNetCore.Mvc.RazorPages
{
    public abstract class PageModel;
}

namespace Microsoft.AspNetCore.Diagnostics
{
    public interface IExceptionHandler
    {
        ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken);
    }
}

namespace Microsoft.AspNetCore.SignalR
{
    public abstract class Hub : IDisposable
    {
        public virtual Task OnConnectedAsync() => Task.CompletedTask;
        public void Dispose() { }
    }
}

namespace Grpc.Core
{
    public abstract class ServerCallContext;
}

namespace Microsoft.AspNetCore.Builder
{
    public interface IApplicationBuilder;
    public sealed class RouteGroupBuilder;
    public sealed class RouteHandlerBuilder;

    public static class EndpointRouteBuilderExtensions
    {
        public static RouteHandlerBuilder MapMethods(this WebApplication app, string pattern, IEnumerable<string> methods, Delegate handler) => new();
        public static RouteHandlerBuilder Map(this WebApplication app, string pattern, Delegate handler) => new();
        public static RouteGroupBuilder MapGroup(this WebApplication app, string prefix) => new();
        public static RouteHandlerBuilder MapGet(this RouteGroupBuilder group, string pattern, Delegate handler) => new();
        public static RouteHandlerBuilder AddEndpointFilter(this RouteHandlerBuilder builder, Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> filter) => builder;
    }

    public static class UseExtensions
    {
        public static WebApplication Use(this WebApplication app, Func<HttpContext, Func<Task>, Task> middleware) => app;
        public static void Run(this WebApplication app, RequestDelegate handler) { }
        public static WebApplication Map(this WebApplication app, string path, Action<IApplicationBuilder> configuration) => app;
    }
}
