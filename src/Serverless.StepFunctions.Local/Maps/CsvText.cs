using System.Text;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>CSV as the service reads it: fields in quotes may hold delimiters and line ends, missing fields are empty, extra ones are left out.</summary>
internal static class CsvText
{
    public static List<JsonNode?> Read(string text, char delimiter, IReadOnlyList<string>? headers)
    {
        var rows = Rows(text, delimiter).ToList();
        if (headers is null)
        {
            if (rows.Count == 0)
                throw new StateFailure(ErrorNames.ItemReaderFailed, "The CSV file is empty: its first row must name the columns.");
            headers = rows[0];
            rows.RemoveAt(0);
        }

        if (headers.Distinct(StringComparer.Ordinal).Count() != headers.Count)
            throw new StateFailure(ErrorNames.ItemReaderFailed, "CSV headers cannot contain duplicates.");
        return [.. rows.Select(row =>
        {
            var item = new JsonObject();
            for (var i = 0; i < headers.Count; i++)
                item[headers[i]] = i < row.Count ? row[i] : "";
            return (JsonNode?)item;
        })];
    }

    private static IEnumerable<List<string>> Rows(string text, char delimiter)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c != '"')
                    field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[++i]);
                else
                    isQuoted = false;
            }
            else if (c == '"' && field.Length == 0)
            {
                isQuoted = true;
            }
            else if (c == delimiter)
            {
                row.Add(field.ToString());
                field.Clear();
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                    i++;
                if (row.Count > 0 || field.Length > 0)
                {
                    row.Add(field.ToString());
                    yield return row;
                }

                row = [];
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        if (row.Count > 0 || field.Length > 0)
        {
            row.Add(field.ToString());
            yield return row;
        }
    }
}
