// Stand-ins for the serializers that reflect. Bodies do nothing.
using System.IO;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson
{
    public class CamelCaseLambdaJsonSerializer : DefaultLambdaJsonSerializer;
}

namespace Amazon.Lambda.Serialization.Json
{
    public class JsonSerializer : ILambdaSerializer
    {
        public T Deserialize<T>(Stream requestStream) => default!;
        public void Serialize<T>(T response, Stream responseStream) { }
    }
}
