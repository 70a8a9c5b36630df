namespace Serverless.StepFunctions;

/// <summary>What separates the values of a line in a CSV file (<c>ReaderConfig.CSVDelimiter</c>).</summary>
public enum CsvDelimiter
{
    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>|</c></summary>
    Pipe,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary>A blank.</summary>
    Space,

    /// <summary>A tabulator.</summary>
    Tab,
}
