using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Serverless.Runtime;

/// <summary>Validations that are more than a comparison. They decide as the attributes of the base class library do.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueChecks
{
    /// <summary>One `@` with something before and after it, and no line break.</summary>
    public static bool IsEmailAddress(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at != value.Length - 1 && at == value.LastIndexOf('@') && value.AsSpan().IndexOfAny('\r', '\n') < 0;
    }

    /// <summary>Starts with http://, https:// or ftp://.</summary>
    public static bool IsUrl(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Digits with the characters that people put between them, an extension at the end.</summary>
    public static bool IsPhone(string value) => Phone.Attribute.IsValid(value);

    /// <summary>The whole text matches; empty text is not checked, and a pattern that takes too long does not match.</summary>
    public static bool Matches(Regex pattern, string value)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length == 0)
            return true;
        try
        {
            foreach (var match in pattern.EnumerateMatches(value))
                return match.Index == 0 && match.Length == value.Length;
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Asks an attribute of the user's; null when the value is valid.</summary>
    public static string? Problem(ValidationAttribute attribute, object? value, object? owner, string name)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        var context = Context(owner ?? value ?? name, name);
        context.MemberName = name;
        return attribute.GetValidationResult(value, context) is { } result ? result.ErrorMessage ?? "is not valid" : null;
    }

    /// <summary>Asks an object that validates itself.</summary>
    public static void Object(IValidatableObject value, ref RequestFaults faults)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach (var result in value.Validate(Context(value, value.GetType().Name)))
        {
            if (result is null)
                continue;
            var members = result.MemberNames.ToArray();
            if (members.Length == 0)
                faults.Add(RequestPart.Body, "", result.ErrorMessage ?? "is not valid");
            foreach (var member in members)
                faults.AddMember(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member), result.ErrorMessage ?? "is not valid");
        }
    }

#if NET10_0_OR_GREATER
    private static ValidationContext Context(object instance, string name) => new(instance, name, null, null);
#else
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Reflection looks for the display name, which is given.")]
    private static ValidationContext Context(object instance, string name) => new(instance) { DisplayName = name };
#endif

    private static class Phone
    {
        public static readonly PhoneAttribute Attribute = new();
    }
}
