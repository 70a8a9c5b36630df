using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Resources;

/// <summary>Reads the resources that the assembly declares.</summary>
internal static class ResourceReader
{
    public static List<Resource> Read(DeclaredAttributes assembly, Reading reading)
    {
        var resources = new List<Resource>();
        foreach (var (name, attribute) in assembly.Attributes.Select(static a => (a.Name, a.Arguments)))
        {
            if (!name.EndsWith("Resource", StringComparison.Ordinal) || attribute.Constructor<string>(0) is not { } text)
                continue;
            var id = LogicalIds.Check(text, assembly.At(attribute, "id"), reading);
            var at = assembly.At(attribute);
            Resource? resource = name switch
            {
                "TableResource" => TableReader.Read(id, assembly, attribute, reading),
                "QueueResource" => Queue(id, at, assembly, attribute, reading),
                "TopicResource" => new TopicResource(id, at) { Fifo = attribute.Boolean("Fifo") ?? false, Email = Email(assembly, attribute, reading) },
                "BucketResource" => new BucketResource(id, at)
                {
                    EventBridge = attribute.Boolean("EventBridge") ?? false,
                    ExpirationDays = reading.InRange(attribute.Int32("ExpirationDays"), 1, int.MaxValue, "days", assembly.At(attribute, "ExpirationDays")),
                    Versioned = attribute.Boolean("Versioned") ?? false,
                },
                "EventBusResource" => new EventBusResource(id, at)
                {
                    ArchiveDays = reading.InRange(attribute.Int32("ArchiveDays"), 0, int.MaxValue, "days", assembly.At(attribute, "ArchiveDays")),
                },
                _ => null,
            };
            if (resource is not null)
                resources.Add(resource with { Removal = (RemovalPolicy)(attribute.Enum("Removal") ?? 0) });
        }

        return resources;
    }

    private static QueueResource Queue(string id, DeclarationRef at, DeclaredAttributes assembly, AttributeArguments attribute, Reading reading) => new(id, at)
    {
        Fifo = attribute.Boolean("Fifo") ?? false,
        VisibilityTimeout = reading.InRange(attribute.Int32("VisibilityTimeout"), 0, 43_200, "s", assembly.At(attribute, "VisibilityTimeout")),
        RetentionDays = reading.InRange(attribute.Int32("RetentionDays"), 1, 14, "days", assembly.At(attribute, "RetentionDays")) ?? 4,
        MaxReceiveCount = reading.InRange(attribute.Int32("MaxReceiveCount"), 1, 1_000, "receives", assembly.At(attribute, "MaxReceiveCount")),
    };

    private static string? Email(DeclaredAttributes assembly, AttributeArguments attribute, Reading reading)
    {
        if (attribute.String("Email") is not { } address)
            return null;
        var at = address.IndexOf('@');
        if (at <= 0 || at == address.Length - 1)
            reading.Report(RuleIds.MalformedValue, assembly.At(attribute, "Email"), address, "it is no e-mail address");
        else if (attribute.Boolean("Fifo") == true)
            reading.Report(RuleIds.SettingsExclude, assembly.At(attribute, "Email"), "Email", "Fifo", "a FIFO topic delivers to queues only");
        return address;
    }
}
