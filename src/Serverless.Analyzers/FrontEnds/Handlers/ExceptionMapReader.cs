using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>`[MapException]` of method, class and assembly: nearest level first, most derived type first within a level.</summary>
internal static class ExceptionMapReader
{
    public static EquatableArray<ExceptionMap> Read(IMethodSymbol method, Reading reading)
    {
        var maps = new List<ExceptionMap>();
        ReadLevel(method, Reading.Of(method), maps, reading);
        ReadLevel(method.ContainingType, Reading.Of(method.ContainingType), maps, reading);
        ReadLevel(method.ContainingAssembly, new DeclarationRef(DeclarationRef.Assembly), maps, reading);
        return maps.ToEquatableArray();
    }

    private static void ReadLevel(ISymbol owner, DeclarationRef at, List<ExceptionMap> maps, Reading reading)
    {
        var level = new List<(int Depth, ExceptionMap Map)>();
        foreach (var attribute in owner.Attributes("Serverless", "MapExceptionAttribute"))
        {
            if (attribute.Constructor<INamedTypeSymbol>(0) is not { } type)
                continue;
            var status = attribute.Constructor<int>(1);
            if (!TypeNames.DerivesFrom(type, "System.Exception"))
                reading.Report(RuleIds.RetryCatchRule, at.At(attribute.Index, "exception"), type.Name, "is not an exception type");
            else if (status is not (0 or (>= 400 and <= 599)))
                reading.Report(RuleIds.ValueOutOfRange, at.At(attribute.Index, "statusCode"), "statusCode", status.ToString(CultureInfo.InvariantCulture), "400 to 599, or 0");
            else
                level.Add((Depth(type), new ExceptionMap(CSharpNames.Bare(type), status, attribute.String("Title"), attribute.String("Type"))));
        }

        maps.AddRange(level.OrderByDescending(static m => m.Depth).Select(static m => m.Map));
    }

    private static int Depth(INamedTypeSymbol type)
    {
        var depth = 0;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
            depth++;
        return depth;
    }
}
