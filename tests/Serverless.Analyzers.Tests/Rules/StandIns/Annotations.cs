// Stand-ins for the package's own attributes, so that the rules are tested as they see them: by metadata name.
using System;

namespace Serverless
{
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public sealed class HttpRouteAttribute(string route) : Attribute
    {
        public string Route { get; } = route;
    }
    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
    public sealed class ServerlessFunctionAttribute : Attribute
    {
        public int Timeout { get; set; }
    }
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ServerlessHandlerAttribute : Attribute;
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class NotServerlessHandlerAttribute : Attribute;
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class SqsTriggerAttribute(string queue) : Attribute
    {
        public string Queue { get; } = queue;
    }
}

namespace Serverless.StepFunctions
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class TaskStateAttribute : Attribute
    {
        public string? Next { get; set; }
        public int TimeoutSeconds { get; set; }
    }
}
