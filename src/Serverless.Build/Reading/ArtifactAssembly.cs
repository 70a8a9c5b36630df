using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Serverless.Build.Reading;

/// <summary>
/// Reads the artifact class from the compiled assembly without loading it: what was compiled is what is written,
/// nothing of the user's is executed, and no file stays locked.
/// </summary>
internal static class ArtifactAssembly
{
    private const string ClassName = "ServerlessArtifacts";
    private const string FormatProperty = "Format";
    private const string FaultsProperty = "Faults";
    private const string KnownFormat = "1";

    /// <summary>Empty when the assembly has no artifact class.</summary>
    public static ArtifactClass Read(string assemblyPath)
    {
        try
        {
            using var stream = new FileStream(assemblyPath, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            using var image = new PEReader(stream, PEStreamOptions.PrefetchEntireImage);
            return image.HasMetadata ? Read(assemblyPath, image, image.GetMetadataReader()) : ArtifactClass.Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            throw new BuildFault(MessageIds.Unreadable, assemblyPath, $"The compiled assembly cannot be read: {e.Message}", e);
        }
    }

    private static ArtifactClass Read(string assemblyPath, PEReader image, MetadataReader metadata)
    {
        var found = ArtifactClass.Empty;
        var count = 0;
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (!metadata.StringComparer.Equals(type.Name, ClassName) || !type.GetDeclaringType().IsNil)
                continue;
            var texts = ReadTexts(assemblyPath, image, metadata, type);
            if (!texts.ContainsKey(FormatProperty))
                continue;
            found = ToArtifacts(assemblyPath, texts);
            count++;
        }

        return count <= 1
            ? found
            : throw new BuildFault(MessageIds.Unreadable, assemblyPath, $"The assembly has {count} classes named {ClassName}; only the generated one may have that name");
    }

    private static ArtifactClass ToArtifacts(string assemblyPath, Dictionary<string, string?> texts)
    {
        if (texts[FormatProperty] is var format && format != KnownFormat)
        {
            throw new BuildFault(MessageIds.UnknownFormat, assemblyPath,
                $"{ClassName}.{FormatProperty} is '{format}', this build step reads '{KnownFormat}': generator and build step come from different versions of the package");
        }

        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (text.Value is null)
                throw new BuildFault(MessageIds.Unreadable, assemblyPath, $"{ClassName}.{text.Key} does not return a string literal");
            if (text.Key.IndexOf('_') < 0)
                continue;
            if (!ArtifactPath.TryRead(text.Key, out var path))
                throw new BuildFault(MessageIds.Unreadable, assemblyPath, $"{ClassName}.{text.Key} does not name a file");
            files.Add(path, text.Value);
        }

        var faults = texts.TryGetValue(FaultsProperty, out var lines) ? DeclarationFault.ReadLines(lines!).ToList() : [];
        return new ArtifactClass(files, faults);
    }

    /// <summary>Name and text of every static string property; null where the getter is no literal.</summary>
    private static Dictionary<string, string?> ReadTexts(string assemblyPath, PEReader image, MetadataReader metadata, TypeDefinition type)
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var handle in type.GetProperties())
        {
            var property = metadata.GetPropertyDefinition(handle);
            var getter = property.GetAccessors().Getter;
            if (getter.IsNil || !IsString(metadata, property))
                continue;
            var method = metadata.GetMethodDefinition(getter);
            if (!method.Attributes.HasFlag(MethodAttributes.Static))
                continue;
            if (method.RelativeVirtualAddress == 0)
                throw new BuildFault(MessageIds.Unreadable, assemblyPath, $"{ClassName} has no bodies: this is a reference assembly");
            var il = image.GetMethodBody(method.RelativeVirtualAddress).GetILReader();
            texts[metadata.GetString(property.Name)] = GetterBody.TryReadLiteral(metadata, il, out var text) ? text : null;
        }

        return texts;
    }

    private static bool IsString(MetadataReader metadata, PropertyDefinition property)
    {
        var signature = metadata.GetBlobReader(property.Signature);
        return signature.ReadSignatureHeader().Kind == SignatureKind.Property
            && signature.ReadCompressedInteger() == 0
            && signature.ReadSignatureTypeCode() == SignatureTypeCode.String;
    }
}
