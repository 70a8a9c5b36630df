namespace Serverless.Model;

/// <summary>
/// Data in a state definition: JSON whose leaves may be expressions or references to resources.
/// The renderer writes expressions as `{% … %}` and references as definition substitutions; the role renderer finds the resources here.
/// </summary>
internal abstract record AslData;

/// <summary>A text, written as it is.</summary>
internal sealed record AslText(string Value) : AslData;

/// <summary>A number as it is written in JSON.</summary>
internal sealed record AslNumber(string Text) : AslData;

internal sealed record AslBoolean(bool Value) : AslData;

internal sealed record AslNull : AslData;

/// <summary>A JSONata expression without its `{% %}`, on one line.</summary>
internal sealed record AslExpression(string Jsonata) : AslData;

/// <summary>A JSONPath or intrinsic: the key of its member gets `.$`.</summary>
internal sealed record AslPath(string Path) : AslData;

/// <summary>Something in AWS: becomes `${…}` with an entry in the definition substitutions.</summary>
internal sealed record AslReference(AwsValue Value) : AslData;

internal sealed record AslMember(string Name, AslData Value);

/// <summary>An object; members keep their order.</summary>
internal sealed record AslObject(EquatableArray<AslMember> Members) : AslData;

internal sealed record AslList(EquatableArray<AslData> Items) : AslData;
