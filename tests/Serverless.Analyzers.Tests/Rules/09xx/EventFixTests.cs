using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.ApiGateway;

public sealed class EventFixTests
{
    private const string Start = "using System;\nusing System.Collections.Generic;\nusing System.Text;\nusing System.Web;\nusing Amazon.Lambda.Annotations;\nusing Amazon.Lambda.APIGatewayEvents;\n\npublic class Function\n{\n";

    [Fact]
    public Task Null_is_looked_up_as_absent() => new FixTest<HostedRule<EventDictionaryRule>, EventDictionaryFixer>(
        Start + """
            [LambdaFunction]
            public string? A(APIGatewayProxyRequest r) => {|SVLS0904:r.QueryStringParameters|}["id"]; // a

            [LambdaFunction]
            public bool C(APIGatewayProxyRequest r) => !{|SVLS0904:r.QueryStringParameters|}.ContainsKey("no");

            [LambdaFunction]
            public string? B(APIGatewayProxyRequest r)
            {
                var found = {|SVLS0904:r.QueryStringParameters|}["id"].Trim();
                if ({|SVLS0904:r.QueryStringParameters|}.TryGetValue("id", out var id))
                    return id + {|SVLS0904:r.Body|}.Length;
                foreach (var pair in {|SVLS0904:r.QueryStringParameters|})
                    return pair.Key;
                return found;
            }
        }

        """,
        Start + """
            [LambdaFunction]
            public string? A(APIGatewayProxyRequest r) => r.QueryStringParameters?.TryGetValue("id", out var found) == true ? found : null; // a

            [LambdaFunction]
            public bool C(APIGatewayProxyRequest r) => r.QueryStringParameters?.ContainsKey("no") != true;

            [LambdaFunction]
            public string? B(APIGatewayProxyRequest r)
            {
                var found = (r.QueryStringParameters?.TryGetValue("id", out var found2) == true ? found2 : null).Trim();
                if (r.QueryStringParameters?.TryGetValue("id", out var id) == true)
                    return id + (r.Body?.Length ?? 0);
                foreach (var pair in r.QueryStringParameters ?? new Dictionary<string, string>())
                    return pair.Key;
                return found;
            }
        }

        """).RunAsync();

    [Fact]
    public Task A_member_without_a_neutral_answer_is_left_alone() => CheckNone(
        "    [LambdaFunction]\n    public string? A(APIGatewayProxyRequest r) => {|SVLS0904:r.Body|}.Trim();\n}\n");

    private static Task CheckNone(string rest) => new FixTest<HostedRule<EventDictionaryRule>, EventDictionaryFixer>(Start + rest, Start + rest).RunAsync();

    [Fact]
    public Task A_header_is_written_in_lower_case() => new FixTest<HostedRule<HeaderCaseRule>, HeaderCaseFixer>(
        Start + """
            [LambdaFunction]
            public string? A(APIGatewayHttpApiV2ProxyRequest r) => r.Headers[{|SVLS0905:"Authorization"|}]; // a

            [LambdaFunction]
            public bool B(APIGatewayHttpApiV2ProxyRequest r) => r.Headers?.ContainsKey({|SVLS0905:"X-Api-Key"|}) == true;
        }

        """,
        Start + """
            [LambdaFunction]
            public string? A(APIGatewayHttpApiV2ProxyRequest r) => r.Headers["authorization"]; // a

            [LambdaFunction]
            public bool B(APIGatewayHttpApiV2ProxyRequest r) => r.Headers?.ContainsKey("x-api-key") == true;
        }

        """).RunAsync();

    [Fact]
    public Task The_older_format_needs_a_decision()
    {
        const string Rest = Start + "    [LambdaFunction]\n    public string? A(APIGatewayProxyRequest r) => r.Headers[{|SVLS0905:\"Authorization\"|}];\n}\n";
        return new FixTest<HostedRule<HeaderCaseRule>, HeaderCaseFixer>(Rest, Rest).RunAsync();
    }

    [Fact]
    public Task The_flag_of_a_body_is_set_or_read() => new FixTest<HostedRule<Base64BodyRule>, Base64FlagFixer>(
        Start + """
            [LambdaFunction]
            public APIGatewayProxyResponse A(APIGatewayProxyRequest r) => new() { StatusCode = 200, {|SVLS0903:Body = Convert.ToBase64String(new byte[1])|} };

            [LambdaFunction]
            public APIGatewayProxyResponse B(APIGatewayProxyRequest r)
            {
                var a = new APIGatewayProxyResponse { StatusCode = 200 };
                // the picture
                {|SVLS0903:a.Body = Convert.ToBase64String(new byte[1])|};
                return a;
            }
        }

        public class Second
        {
            [LambdaFunction]
            public string? C(APIGatewayHttpApiV2ProxyRequest r) => HttpUtility.ParseQueryString({|SVLS0903:r.Body|})["a"];
        }

        """,
        Start + """
            [LambdaFunction]
            public APIGatewayProxyResponse A(APIGatewayProxyRequest r) => new() { StatusCode = 200, Body = Convert.ToBase64String(new byte[1]), IsBase64Encoded = true };

            [LambdaFunction]
            public APIGatewayProxyResponse B(APIGatewayProxyRequest r)
            {
                var a = new APIGatewayProxyResponse { StatusCode = 200 };
                // the picture
                a.Body = Convert.ToBase64String(new byte[1]);
                a.IsBase64Encoded = true;
                return a;
            }
        }

        public class Second
        {
            [LambdaFunction]
            public string? C(APIGatewayHttpApiV2ProxyRequest r) => HttpUtility.ParseQueryString(r.IsBase64Encoded ? Encoding.UTF8.GetString(Convert.FromBase64String(r.Body)) : r.Body)["a"];
        }

        """).RunAsync();
}
