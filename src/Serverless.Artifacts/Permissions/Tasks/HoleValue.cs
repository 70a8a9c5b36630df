using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>What one hole is filled with.</summary>
/// <param name="Arn">An ARN, which stands for the whole template.</param>
/// <param name="Name">Text for `Fn::Sub`; null together with <paramref name="Arn"/> = the run decides.</param>
/// <param name="IsInapplicable">The argument is nothing of the hole's form: the resource is left out.</param>
internal readonly record struct HoleValue(DeployedValue? Arn, string? Name, bool IsInapplicable = false)
{
    private static readonly HoleValue Unknown = new(null, null);
    private static readonly HoleValue None = new(null, null, IsInapplicable: true);

    public static HoleValue Of(Hole hole, Argument argument, ReferenceResolver resolver) => argument switch
    {
        { State: ArgumentState.Absent } => hole.Default is { } given ? new HoleValue(null, given) : Unknown,
        { Value: AslText text } => OfText(hole.Form, text.Value),
        { Value: AslReference { Value: var value } } => OfValue(hole, value, resolver),
        _ => hole.Form == HoleForm.Model ? None : Unknown,
    };

    private static HoleValue OfText(HoleForm form, string text) => IsArn(text) ? OfArn(form, text) : OfName(form, text);

    private static HoleValue OfArn(HoleForm form, string arn)
    {
        switch (form)
        {
            case HoleForm.Name:
                return NameOfArn(arn) is { } name ? new HoleValue(null, name) : Unknown;
            case HoleForm.Project:
                return NameOfArn(arn) is { } build ? new HoleValue(null, BeforeColon(build)) : Unknown;
            case HoleForm.Model:
                return IsProfile(arn) ? None : new HoleValue(DeployedValue.Literal(arn), null);
            case HoleForm.Profile:
                return IsProfile(arn) ? new HoleValue(DeployedValue.Literal(arn), null) : None;
            case HoleForm.ProfileModel:
                return IsProfile(arn) ? new HoleValue(null, NameOfArn(arn) is { } profile && BedrockProfiles.ModelOf(profile) is { } model ? model : null) : None;
            default:
                return new HoleValue(DeployedValue.Literal(arn), null);
        }
    }

    /// <summary>A literal that is no ARN. What is literally `${` has to pass through `Fn::Sub`.</summary>
    private static HoleValue OfName(HoleForm form, string text)
    {
        var name = text.Replace("${", "${!");
        switch (form)
        {
            case HoleForm.Queue:
                return OfQueue(name);
            case HoleForm.S3Uri:
                return S3(name) is { } key ? new HoleValue(null, key) : Unknown;
            case HoleForm.S3Bucket:
                return S3(name) is { } uri ? new HoleValue(null, uri.Split('/')[0]) : Unknown;
            case HoleForm.ApiId:
                var dot = name.IndexOf(".execute-api.", StringComparison.Ordinal);
                return dot > 0 ? new HoleValue(null, name.Substring(0, dot)) : Unknown;
            case HoleForm.Path:
                return new HoleValue(null, name.TrimStart('/'));
            case HoleForm.Folder:
                return new HoleValue(null, name.Trim('/'));
            case HoleForm.Lower:
                return new HoleValue(null, name.ToLowerInvariant());
            case HoleForm.Revision:
                return new HoleValue(null, name.Contains(":") ? name : name + ":*");
            case HoleForm.Project:
                return new HoleValue(null, BeforeColon(name));
            case HoleForm.Secret:
                return new HoleValue(null, name + "-*");
            case HoleForm.Key:
                return name.StartsWith("alias/", StringComparison.Ordinal) ? Unknown : new HoleValue(null, name);
            case HoleForm.Model:
                return BedrockProfiles.ModelOf(name) is null ? new HoleValue(null, name) : None;
            case HoleForm.Profile:
                return BedrockProfiles.ModelOf(name) is null ? None : new HoleValue(null, name);
            case HoleForm.ProfileModel:
                return BedrockProfiles.ModelOf(name) is { } model ? new HoleValue(null, model) : None;
            default:
                return new HoleValue(null, name);
        }
    }

    /// <summary>A reference to something declared, to a parameter, or text with either in it.</summary>
    private static HoleValue OfValue(Hole hole, AwsValue value, ReferenceResolver resolver)
    {
        if (value.Kind == AwsValueKind.Literal)
            return OfText(hole.Form, value.Text);
        if (value.Kind == AwsValueKind.Substitution)
            return IsArn(value.Text) ? OfPatternArn(hole.Form, value.Text) : OfPattern(hole.Form, value.Text);
        if (resolver.FindType(value.Text) is null)
            return OfParameter(hole, value, resolver);
        return hole.Form switch
        {
            HoleForm.ApiId when resolver.FindApi(value.Text) is not null => new HoleValue(null, "${" + value.Text + "}"),
            HoleForm.Name or HoleForm.Path or HoleForm.Folder or HoleForm.ApiId or HoleForm.S3Uri or HoleForm.S3Bucket => NameOf(value, resolver),
            HoleForm.Model => None,
            HoleForm.Lower => new HoleValue(null, null),
            _ => new HoleValue(resolver.Resolve(value, ReferenceForm.Arn), null),
        };
    }

    /// <summary>A parameter of the template holds an ARN where the argument says so by its name, and a name elsewhere.</summary>
    private static HoleValue OfParameter(Hole hole, AwsValue value, ReferenceResolver resolver)
    {
        var text = resolver.Resolve(value);
        if (hole.Argument.EndsWith("Arn", StringComparison.Ordinal))
            return hole.Form == HoleForm.Value ? new HoleValue(text, null) : Unknown;
        return OfPattern(hole.Form, text.ToPattern());
    }

    private static HoleValue OfPattern(HoleForm form, string pattern) => form switch
    {
        HoleForm.Value or HoleForm.Name => new HoleValue(null, pattern),
        HoleForm.Secret => new HoleValue(null, pattern + "-*"),
        HoleForm.Path => new HoleValue(null, pattern.TrimStart('/')),
        HoleForm.Folder => new HoleValue(null, pattern.Trim('/')),
        HoleForm.ApiId => pattern.IndexOf(".execute-api.", StringComparison.Ordinal) is > 0 and var dot ? new HoleValue(null, pattern.Substring(0, dot)) : Unknown,
        HoleForm.S3Uri => S3(pattern) is { } uri ? new HoleValue(null, uri) : Unknown,
        HoleForm.S3Bucket => S3(pattern) is { } uri ? new HoleValue(null, uri.Split('/')[0]) : Unknown,
        HoleForm.Queue => OfQueue(pattern),

        // The text may hold a revision or not.
        HoleForm.Revision => new HoleValue(null, pattern + "*"),
        HoleForm.Model => None,
        _ => Unknown,
    };

    private static HoleValue OfPatternArn(HoleForm form, string pattern) => form switch
    {
        HoleForm.Value or HoleForm.Revision or HoleForm.Queue or HoleForm.Secret or HoleForm.Key or HoleForm.Path => new HoleValue(DeployedValue.Sub(pattern), null),
        HoleForm.Model => IsProfile(pattern) ? None : new HoleValue(DeployedValue.Sub(pattern), null),
        HoleForm.Profile => IsProfile(pattern) ? new HoleValue(DeployedValue.Sub(pattern), null) : None,
        HoleForm.ProfileModel => IsProfile(pattern) ? Unknown : None,
        HoleForm.Name => NameOfPatternArn(pattern) is { } name ? new HoleValue(null, name) : Unknown,
        _ => Unknown,
    };

    private static HoleValue NameOf(AwsValue value, ReferenceResolver resolver)
    {
        // `@Child.Arn` names the same thing as `@Child`.
        var named = value.Attribute == "Arn" && value.Suffix is null ? AwsValue.Reference(value.Text) : value;
        var resolved = resolver.Resolve(named, ReferenceForm.Name);
        return resolved is { Kind: DeployedValueKind.Ref, Attribute: "Arn" } || named.Suffix is not null ? Unknown : new HoleValue(null, resolved.ToPattern());
    }

    /// <summary>`https://sqs.eu-central-1.amazonaws.com/123456789012/name`.</summary>
    private static HoleValue OfQueue(string url)
    {
        var parts = url.Split('/');
        var host = parts.Length == 5 ? parts[2].Split('.') : [];
        return host.Length > 2 && host[0] == "sqs"
            ? new HoleValue(DeployedValue.Sub("arn:${AWS::Partition}:sqs:" + host[1] + ":" + parts[3] + ":" + parts[4]), null)
            : Unknown;
    }

    private static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal);

    private static bool IsProfile(string arn) => arn.Contains(":inference-profile/") || arn.Contains(":application-inference-profile/");

    private static string? S3(string uri) => uri.StartsWith("s3://", StringComparison.Ordinal) ? uri.Substring(5) : null;

    private static string BeforeColon(string text) => text.IndexOf(':') is > 0 and var colon ? text.Substring(0, colon) : text;

    /// <summary>`arn:aws:states:eu-central-1:1:stateMachine:Name:alias` → `Name`; `arn:aws:ecs:eu-central-1:1:cluster/Name` → `Name`.</summary>
    private static string? NameOfArn(string arn)
    {
        var parts = arn.Split([':'], 6);
        return parts.Length == 6 ? NameOfResource(parts[5]) : null;
    }

    private static string NameOfResource(string resource)
    {
        var start = resource.IndexOf('/');
        if (start < 0)
            start = resource.IndexOf(':');
        var name = resource.Substring(start + 1);
        var end = name.IndexOf('/');
        if (end < 0 && resource.StartsWith("stateMachine:", StringComparison.Ordinal))
            end = name.IndexOf(':');
        return end < 0 ? name : name.Substring(0, end);
    }

    /// <summary>As above, for text with `${AWS::Region}` and the like, whose colons separate nothing.</summary>
    private static string? NameOfPatternArn(string pattern)
    {
        const string Colons = "AWS\u0001";
        return NameOfArn(pattern.Replace("AWS::", Colons))?.Replace(Colons, "AWS::");
    }
}
