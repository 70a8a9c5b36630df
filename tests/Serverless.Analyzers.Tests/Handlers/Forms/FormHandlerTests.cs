using System.Text;
using Serverless.Analyzers.Tests.Handlers.Formats;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Handlers.Forms;

public sealed class FormHandlerTests
{
    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of(
        """
        using Serverless;
        using Serverless.Http;
        using System.ComponentModel.DataAnnotations;
        using System.Text;

        namespace Shop;

        public sealed record Entry([property: StringLength(5)] string Title, int Stars, List<string>? Tags, UploadedFile? Photo) { public bool? Public { get; init; } }

        public sealed class Upper : IRouteFilter
        {
            public ValueTask<HttpReply> InvokeAsync(RouteInvocation invocation, RouteNext next) => next.InvokeAsync();
        }

        public sealed class Forms
        {
            [HttpRoute("POST /values")]
            public static string Values([BindForm] string name, [BindForm("how-many")] int count, [BindForm] int[]? ids, [BindForm] bool agreed = false) => $"{name}|{count}|{string.Join('+', ids ?? [])}|{agreed}";

            [HttpRoute("POST /record")]
            public static string Record([BindForm] Entry entry) => $"{entry.Title}|{entry.Stars}|{string.Join('+', entry.Tags ?? [])}|{entry.Public}|{entry.Photo?.FileName}";

            [HttpRoute("POST /file/{id}")]
            public static async Task<string> File(int id, UploadedFile photo, UploadedFile[]? more, [BindForm] string? note)
            {
                using var reader = new StreamReader(photo.OpenReadStream(), Encoding.Latin1);
                return $"{id}|{photo.FileName}|{photo.ContentType}|{photo.Length}|{await reader.ReadToEndAsync()}|{more?.Length}|{note}";
            }

            [HttpRoute("POST /filtered"), UseFilter(typeof(Upper))]
            public static string Filtered([BindForm] string name, UploadedFile? photo) => name;

            [HttpRoute("POST /optional")]
            public static string Optional([BindForm] string? name, UploadedFile? photo) => $"{name}|{photo?.Length}";
        }
        """));

    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=\"a b'c\"";

    private static async Task<Answer> Send(string id, ShapedRequest request, EventShape shape = EventShape.Http2) => Answer.Read(await Compiled.Value.Invoke(id, request.As(shape)));

    private static ShapedRequest Post(string path, string contentType, string body) => new("POST", path, path) { Body = body, Headers = [("Content-Type", contentType)] };

    private static ShapedRequest PostBytes(string path, string contentType, byte[] body) => Post(path, contentType, Convert.ToBase64String(body)) with { IsBase64 = true };

    /// <summary>A part as a browser writes it.</summary>
    private static byte[] Parts(params (string Disposition, string? ContentType, byte[] Content)[] parts)
    {
        var body = new MemoryStream();
        foreach (var (disposition, contentType, content) in parts)
        {
            body.Write(Encoding.UTF8.GetBytes($"--a b'c\r\nContent-Disposition: form-data; {disposition}\r\n{(contentType is null ? "" : $"Content-Type: {contentType}\r\n")}\r\n"));
            body.Write(content);
            body.Write("\r\n"u8);
        }

        body.Write("--a b'c--\r\n"u8);
        return body.ToArray();
    }

    [Theory]
    [InlineData(EventShape.Http2)]
    [InlineData(EventShape.Rest)]
    [InlineData(EventShape.LoadBalancerMulti)]
    public async Task Fields_of_a_form_are_parameters(EventShape shape)
    {
        var answer = await Send("FormsValues", Post("/values", UrlEncoded + "; charset=utf-8", "name=a%26b+c%C3%A9&how-many=3&ids=1&ids=2&agreed=true"), shape);
        Assert.Equal((200, "a&b cé|3|1+2|True"), (answer.Status, answer.Body));
        answer = await Send("FormsValues", PostBytes("/values", UrlEncoded, "name=x&how-many=1"u8.ToArray()), shape);
        Assert.Equal((200, "x|1||False"), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_its_field()
    {
        var answer = await Send("FormsValues", Post("/values", UrlEncoded, "how-many=many&ids=1&ids=x&name=%zz"));
        Assert.Equal(
            (400, "form name: is not valid UTF-8 text\nform how-many: must be a whole number from -2147483648 to 2147483647\nform ids: must be a whole number from -2147483648 to 2147483647"),
            (answer.Status, answer.Faults));
        answer = await Send("FormsRecord", Post("/record", UrlEncoded, "title=too+long"));
        Assert.Equal((400, "form title: must have at most 5 characters\nform stars: is required"), (answer.Status, answer.Faults));
    }

    [Theory]
    [InlineData("application/json", "{}", 415)]
    [InlineData("text/plain", "name=x", 415)]
    [InlineData("multipart/form-data", "x", 415)]
    [InlineData("multipart/form-data; boundary=", "x", 415)]
    [InlineData("multipart/form-data; boundary=b", "no boundary", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno header\r\n\r\nx\r\n--b--", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\n\r\nx\r\n--b--", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\n--b--", 400)]
    public async Task What_is_no_form_is_refused(string contentType, string body, int status)
    {
        Assert.Equal(status, (await Send("FormsOptional", Post("/optional", contentType, body))).Status);
        Assert.Equal(status, (await Send("FormsValues", Post("/values", contentType, body))).Status);
    }

    [Fact]
    public async Task A_form_of_too_many_fields_is_refused()
    {
        var answer = await Send("FormsOptional", Post("/optional", UrlEncoded, string.Join('&', Enumerable.Repeat("a=1", 1025))));
        Assert.Equal((400, "body #: has too many fields"), (answer.Status, answer.Faults));
        Assert.Equal(200, (await Send("FormsOptional", Post("/optional", UrlEncoded, string.Join('&', Enumerable.Repeat("a=1", 1024))))).Status);
    }

    [Fact]
    public async Task Without_a_body_optional_fields_are_absent_and_others_missing()
    {
        Assert.Equal((200, "|"), (await Send("FormsOptional", new ShapedRequest("POST", "/optional", "/optional")) is var answer ? (answer.Status, answer.Body) : default));
        answer = await Send("FormsFile", new ShapedRequest("POST", "/file/{id}", "/file/7") { Variables = [("id", "7")] });
        Assert.Equal((400, "form photo: is required"), (answer.Status, answer.Faults));
    }

    [Fact]
    public async Task Files_arrive_whole_with_the_fields_beside_them()
    {
        byte[] bytes = [0, 255, 13, 10, 45, 45, 97];
        var body = Parts(
            ("name=\"note\"", null, "hé"u8.ToArray()),
            ("name=\"photo\"; filename=\"C:\\pictures\\..\\a \\\"b\\\".png\"", "image/png", bytes),
            ("name=\"more\"; filename=one.txt", null, "1"u8.ToArray()),
            ("name=\"more\"; filename=\"two.txt\"", "text/plain; charset=utf-8", []));
        var answer = await Send("FormsFile", PostBytes("/file/{id}", Multipart, body) with { Variables = [("id", "7")] });
        Assert.Equal((200, $"7|a \"b\".png|image/png|7|{Encoding.Latin1.GetString(bytes)}|2|hé"), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Filters_stand_around_a_form()
    {
        Assert.Equal("x", (await Send("FormsFiltered", Post("/filtered", UrlEncoded, "name=x"))).Body);
        Assert.Equal(415, (await Send("FormsFiltered", Post("/filtered", "text/plain", "name=x"))).Status);
        Assert.Equal(400, (await Send("FormsFiltered", Post("/filtered", UrlEncoded, "other=x"))).Status);
    }

    [Fact]
    public async Task A_file_input_that_was_left_empty_is_no_file()
    {
        var body = Parts(("name=\"photo\"; filename=\"\"", "application/octet-stream", []), ("name=\"name\"", null, "x"u8.ToArray()));
        Assert.Equal("x|", (await Send("FormsOptional", PostBytes("/optional", Multipart, body))).Body);
    }

    [Fact]
    public async Task A_record_takes_its_members_from_the_form()
    {
        Assert.Equal("good|5|a+b|True|", (await Send("FormsRecord", Post("/record", UrlEncoded, "title=good&stars=5&tags=a&tags=b&public=true"))).Body);
        var body = Parts(("name=\"title\"", null, "good"u8.ToArray()), ("name=\"stars\"", null, "4"u8.ToArray()), ("name=\"photo\"; filename=\"a.png\"", "image/png", [1]));
        Assert.Equal("good|4|||a.png", (await Send("FormsRecord", PostBytes("/record", Multipart, body))).Body);
    }

    [Theory]
    [InlineData("""[HttpRoute("POST /a")] public string A([BindForm] string name, [BindForm] int count) => "";""")]
    [InlineData("""[HttpRoute("POST /a")] public string A(UploadedFile file, List<UploadedFile> files) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string A([BindForm] string {|SVLS2105:name|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string A(UploadedFile {|SVLS2105:file|}) => "";""")]
    [InlineData("""[HttpRoute("POST /a")] public string A([BindForm] string name, Note {|SVLS2105:note|}) => "";""")]
    [InlineData("""[HttpRoute("POST /a")] public string A(Note note, [BindForm] string {|SVLS2105:name|}) => "";""")]
    [InlineData("""[HttpRoute("POST /a")] public string A([BindForm] Nested {|SVLS2104:nested|}) => "";""")]
    [InlineData("""[WebSocketRoute("a")] public string A([BindForm] string {|SVLS2105:name|}) => "";""")]
    public Task A_form_is_the_body(string member) => DeclarationFaults.Verify(TestProject.Of($$"""
        using Serverless;
        using Serverless.Http;
        namespace Shop;
        public sealed record Note(string Text);
        public sealed record Nested(Note Note);
        public sealed class Forms
        {
            {{member}}
        }
        """).AsExecutable());
}
