namespace Serverless.StepFunctions.Local.Jsonata.Pictures;

/// <summary>A marker of a picture of dates, or text between markers.</summary>
internal sealed class DatePart
{
    /// <summary>The text; a null reference for a marker.</summary>
    public string? Literal { get; init; }

    /// <summary>The letter of the component, such as <c>Y</c>.</summary>
    public char Component { get; init; }

    /// <summary>How it is shown, such as <c>01</c> or <c>Nn</c>.</summary>
    public string Presentation { get; init; } = "";

    /// <summary>The letter behind the presentation, such as <c>o</c> for ordinals or <c>t</c> for <c>Z</c>.</summary>
    public char Modifier { get; init; }

    /// <summary>The least width; null for none.</summary>
    public int? Least { get; init; }

    /// <summary>The greatest width; null for none.</summary>
    public int? Most { get; init; }

    /// <summary>How the integer is shown; null for names.</summary>
    public IntegerPicture? Integer { get; init; }

    /// <summary>How many digits of the year are shown; -1 for all.</summary>
    public int YearDigits { get; init; } = -1;
}
