// Stand-ins for the parameter attributes of Amazon.Lambda.Annotations.
using System;

namespace Amazon.Lambda.Annotations
{
    [AttributeUsage(AttributeTargets.Parameter)]
    public class FromServicesAttribute : Attribute;
}

namespace Amazon.Lambda.Annotations.APIGateway
{
    [AttributeUsage(AttributeTargets.Parameter)]
    public class FromBodyAttribute : Attribute;
}
