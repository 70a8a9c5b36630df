namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>Map states over data, objects, files and manifests, with every setting.</summary>
public sealed class MapTests
{
    [Fact]
    public void Objects_of_a_bucket_are_items_with_the_services_names() => Assert.Equal(
        """
        start Each
        Each: map
          item { key: {% $states.context.Map.Item.Value.Key %}, size: {% $states.context.Map.Item.Value.Size %}, index: {% $states.context.Map.Item.Index %}, from: {% $states.context.Map.Item.Source != null ? $states.context.Map.Item.Source : null %} }
          concurrency 0
          children Express objects
          reader Objects { Bucket: @Uploads, Prefix: "in/" }
          config max 5000
          tolerate % 2.5
          writer { Bucket: @Uploads, Prefix: "out/" } COMPACT JSONL
          assign run = {% $states.result %}
          next Done
            start One
            One: pass
              output {% $states.input.key & '?' %}
        Done: pass
          output {% $states.input.ResultWriterDetails.Key %}

        """,
        MachineSource.Read("""
            public sealed record Listed(string Key, long Size);
            private static State Each => State.MapObjects("@Uploads", "in/", nameof(One))
                .Select((S3ListedObject listed, int index, StateMachineContext context) => new { key = listed.Key, size = listed.Size, index, from = context.MapItemSource })
                .MaxConcurrency(0).Distributed(WorkflowType.Express, "objects").Tolerate(2.5).MaxItems(5000)
                .WriteResults("@Uploads", "out/").FormatResults(ResultTransformation.Compact, ResultFormat.JsonLines)
                .Assign("run").Next(nameof(Done));
            private static State One => State.Pass((Listed one) => one.Key + "?");
            private static State Done => State.Pass((MapRunResult result) => result.ResultWriterDetails.Key);
            """));

    [Fact]
    public void Files_and_manifests_of_every_format() => Assert.Equal(
        """
        start Csv
        Csv: map
          concurrency 10
          children Standard
          reader File { Bucket: "fixed", Key: "a.csv" }
          config CSV a|b PIPE
          output {% $states.result[0] %}
          next Json
            start C
            C: pass
              output {% $states.input.a %}
        Json: map
          concurrency {% $states.input.count %}
          children Standard
          reader File { Bucket: @Uploads, Key: {% $states.input.id & '.json' %}, VersionId: {% $states.input.note != null ? $states.input.note : null %} }
          config JSON /items max {% $states.input.count %}
          next Lines
            start J
            J: pass
        Lines: map
          concurrency 10
          children Standard
          reader File { Bucket: @Uploads, Key: "a.jsonl" }
          config JSONL
          next Parquet
            start L
            L: pass
        Parquet: map
          concurrency 10
          children Standard
          reader File { Bucket: @Uploads, Key: "a.parquet" }
          config PARQUET
          next Inventory
            start P
            P: pass
        Inventory: map
          concurrency 10
          children Standard
          reader File { Bucket: @Uploads, Key: "inventory/manifest.json" }
          config S3_INVENTORY
          output {% $states.result[0] %}
          next Athena
            start I
            I: pass
        Athena: map
          concurrency 10
          children Standard
          reader File { Bucket: @Uploads, Key: {% $states.input.manifest %} }
          config CSV ATHENA_DATA x|y
          next Flat
            start A
            A: pass
        Flat: map
          concurrency 10
          children Standard
          reader Objects { Bucket: @Uploads }
          config JSONL flatten
            start F
            F: pass

        """,
        MachineSource.Read("""
            public sealed record Row(string A, string? B);
            public sealed record Query(string Manifest);
            private static State Csv => State.MapFile("fixed", "a.csv", ItemFormat.Csv, nameof(C)).CsvHeaders("a", "b").CsvDelimiter(CsvDelimiter.Pipe).Output((System.Text.Json.JsonElement[] rows) => rows[0]).Next(nameof(Json));
            private static State C => State.Pass((Row row) => row.A);
            private static State Json => State.MapFile((Item input) => new { Bucket = "@Uploads", Key = input.Id + ".json", VersionId = input.Note }, ItemFormat.Json, nameof(J))
                .ItemsPointer("/items").MaxItems((Item input) => input.Count).MaxConcurrency((Item input) => input.Count).Next(nameof(Lines));
            private static State J => State.Pass();
            private static State Lines => State.MapFile("@Uploads", "a.jsonl", ItemFormat.JsonLines, nameof(L)).Next(nameof(Parquet));
            private static State L => State.Pass();
            private static State Parquet => State.MapFile("@Uploads", "a.parquet", ItemFormat.Parquet, nameof(P)).Next(nameof(Inventory));
            private static State P => State.Pass();
            private static State Inventory => State.MapManifest("@Uploads", "inventory/manifest.json", ItemManifest.S3Inventory, nameof(I)).Output((System.Text.Json.JsonElement[] rows) => rows[0]).Next(nameof(Athena));
            private static State I => State.Pass();
            private static State Athena => State.MapManifest((Query query) => new { Bucket = "@Uploads", Key = query.Manifest }, ItemManifest.AthenaCsv, nameof(A)).CsvHeaders("x", "y").Next(nameof(Flat));
            private static State A => State.Pass();
            private static State Flat => State.MapObjects("@Uploads", "", nameof(F)).LoadAndFlatten(ItemFormat.JsonLines);
            private static State F => State.Pass();
            """, "[StateMachine(StartAt = nameof(Csv))]"));

    [Fact]
    public void Batches_hold_items_and_what_all_of_them_have() => Assert.Equal(
        """
        start Each
        Each: map
          items {% $states.input.tags %}
          concurrency 10
          children Standard
          batch 50 items 1000 bytes with { id: {% $states.input.id %} }
          tolerate 3
          writer { Bucket: {% $states.input.note != null ? $states.input.note : null %}, Prefix: "p" }
          output {% $states.result.MapRunArn %}
            start One
            One: task function MachineOne
              arguments {% $states.input %}
              timeout 60
              output {% $states.result.Payload %}
              next Two
            Two: pass
              output {% $count($states.input.Items) %}

        """,
        MachineSource.Read("""
            public sealed record Common(string Id);
            private static State Each => State.Map((Item input) => input.Tags, nameof(One)).Distributed().Batch(50, 1000).BatchInput((Item input) => new { id = input.Id })
                .Tolerate(0, 3).WriteResults((Item input) => new { Bucket = input.Note, Prefix = "p" })
                .Output((MapRunResult result) => result.MapRunArn);
            [TaskState(Next = nameof(Two))] public ItemBatch<string> One(ItemBatch<string, Common> batch) => batch;
            private static State Two => State.Pass((ItemBatch<string> batch) => batch.Items.Count);
            """));

    [Fact]
    public void Computed_sizes_and_tolerance() => Assert.Equal(
        """
        start Each
        Each: map
          items {% $states.input.tags %}
          concurrency 10
          children Standard
          batch {% $states.input.count %} items - bytes
          tolerate % {% $states.input.count * 2 %}
          writer - FLATTEN JSON
            start One
            One: pass

        """,
        MachineSource.Read("""
            private static State Each => State.Map((Item input) => input.Tags, nameof(One)).Distributed()
                .Batch((Item input) => input.Count).Tolerate((Item input) => input.Count * 2).FormatResults(ResultTransformation.Flatten);
            private static State One => State.Pass();
            """));

    [Fact]
    public Task Settings_of_distributed_maps_on_others() => MachineSource.Verify("""
        private static State A => State.Map((Item item) => item.Tags, nameof(A1)).{|SVLS2002:Batch|}(5).{|SVLS2002:BatchInput|}(() => 1).{|SVLS2002:Tolerate|}(5).{|SVLS2002:WriteResults|}("b", "p").{|SVLS2002:FormatResults|}(ResultTransformation.Compact).Next(nameof(B));
        private static State A1 => State.Pass();
        private static State B => State.Map((object[] items) => items, nameof(B1)).Distributed()
            .{|SVLS2002:MaxItems|}(5).{|SVLS2002:CsvHeaders|}("a").{|SVLS2002:CsvDelimiter|}(CsvDelimiter.Tab).{|SVLS2002:ItemsPointer|}("/a").{|SVLS2002:LoadAndFlatten|}(ItemFormat.Csv).Next(nameof(C));
        private static State B1 => State.Pass();
        private static State C => State.MapFile("b", "k", ItemFormat.Json, nameof(C1)).{|SVLS2002:CsvHeaders|}("a").{|SVLS2002:CsvDelimiter|}(CsvDelimiter.Tab).{|SVLS2002:LoadAndFlatten|}(ItemFormat.Csv).Next(nameof(D));
        private static State C1 => State.Pass();
        private static State D => State.MapFile("b", "k", ItemFormat.Csv, nameof(D1)).{|SVLS2002:ItemsPointer|}("/a").{|SVLS2002:BatchInput|}(() => new { a = 1 }).Next(nameof(E));
        private static State D1 => State.Pass();
        private static State E => State.MapFile({|SVLS2002:(object any) => new { Bucket = "b", Key = "k", VersionId = "v" }|}, ItemFormat.Parquet, nameof(E1)).Next(nameof(F));
        private static State E1 => State.Pass();
        private static State F => State.MapManifest("b", "k", {|SVLS2002:ItemManifest.AthenaCsv|}, nameof(F1)).Next(nameof(G));
        private static State F1 => State.Pass();
        private static State G => State.MapManifest("b", "k", ItemManifest.AthenaJsonLines, nameof(G1)).Distributed(label: "one").Next(nameof(H));
        private static State G1 => State.Pass();
        private static State H => State.MapObjects("b", "k", nameof(H1)).Distributed(label: {|SVLS2002:"one"|});
        private static State H1 => State.Pass();
        """, "[StateMachine(StartAt = nameof(A))]");

    [Fact]
    public Task Numbers_and_names_have_ranges() => MachineSource.Verify("""
        private static State A => State.MapObjects("b", "", nameof(A1)).MaxConcurrency({|SVLS2001:-1|}).MaxItems({|SVLS2001:100_000_001|}).Batch({|SVLS2001:-5|}, 1).Tolerate({|SVLS2001:100.5|})
            .Distributed(label: {|SVLS2001:"a label of more than forty characters, too long"|}).Next(nameof(B));
        private static State A1 => State.Pass();
        private static State B => State.MapObjects("b", "", nameof(B1)).MaxItems({|SVLS2001:0|}).Batch({|SVLS2001:0|}).Tolerate({|SVLS2001:0|}, -1).Distributed(label: {|SVLS2001:"with blank"|}).Next(nameof(C));
        private static State B1 => State.Pass();
        private static State C => State.MapFile("b", "k", ItemFormat.Json, nameof(C1)).{|SVLS2001:ItemsPointer|}("items").Batch({|SVLS2001:0|}, 262_145).Next(nameof(D));
        private static State C1 => State.Pass();
        private static State D => State.MapFile("b", "k", ItemFormat.Csv, nameof(D1)).{|SVLS2001:CsvHeaders|}("a", "a").Next(nameof(E));
        private static State D1 => State.Pass();
        private static State E => State.MapFile("b", "k", ItemFormat.Csv, nameof(E1)).CsvHeaders("a", "A").MaxConcurrency(10_000).MaxItems(100_000_000).Batch(1, 262_144).Tolerate(100, 5)
            .Distributed(label: "a-label_of_forty.characters-0123456789ab");
        private static State E1 => State.Pass();
        """, "[StateMachine(StartAt = nameof(A))]");

    [Fact]
    public Task Places_in_S3_have_the_services_names() => MachineSource.Verify("""
        private static State A => State.MapFile({|SVLS2310:(Item item) => new { bucket = "b", Key = "k" }|}, ItemFormat.Csv, nameof(A1)).Next(nameof(B));
        private static State A1 => State.Pass();
        private static State B => State.MapFile({|SVLS2310:(object[] any) => new { Bucket = "b" }|}, ItemFormat.Csv, nameof(B1)).Next(nameof(C));
        private static State B1 => State.Pass();
        private static State C => State.MapObjects({|SVLS2310:(object[] any) => new { Bucket = "b", Prefx = "k" }|}, nameof(C1)).Next(nameof(D));
        private static State C1 => State.Pass();
        private static State D => State.MapObjects((object[] any) => new { Bucket = {|SVLS2004:"@Nothing"|}, Prefix = "k", ExpectedBucketOwner = "123456789012" }, nameof(D1)).{|SVLS2310:WriteResults|}((object[] any) => new { Prefix = "p" }).Next(nameof(E));
        private static State D1 => State.Pass();
        private static State E => State.MapObjects({|SVLS2004:"@Nothing"|}, "k", nameof(E1)).WriteResults({|SVLS2005:"@"|}, "p");
        private static State E1 => State.Pass();
        """, "[StateMachine(StartAt = nameof(A))]");

    [Fact]
    public Task Variables_from_outside_are_not_seen_in_the_children() => MachineSource.Verify("""
        private static State Start => State.Pass().Set("known", (Item item) => item.Id).Next(nameof(Each));
        private static State Each => State.Map((Item item) => item.Tags, nameof(One)).Distributed().Select((string tag, string known) => new { tag, known }).Next(nameof(Inline));
        public sealed record Tagged(string Tag, string Known);
        private static State One => State.Pass((Tagged one, string {|SVLS2307:known|}) => known).Set("own", (Tagged one) => one.Known).Next(nameof(Two));
        private static State Two => State.Pass((string own) => new[] { own }).Next(nameof(Nested));
        private static State Nested => State.Map((string[] all) => all, nameof(Three)).Next(nameof(Last));
        private static State Three => State.Pass((string any, string {|SVLS2307:known|}, string own) => known + own);
        private static State Last => State.Pass((object any) => 1);
        private static State Inline => State.Map((string[] {|SVLS2306:all|}) => all, nameof(Four));
        private static State Four => State.Pass((string any, string known) => known);
        """, "[StateMachine(StartAt = nameof(Start))]");

    [Fact]
    public async Task The_message_says_how_a_value_gets_into_a_child() => Assert.Contains(
        "distributed map 'Each' run in executions of their own",
        await MachineSource.Message("""
            private static State Start => State.Pass().Set("known", (Item item) => item.Id).Next(nameof(Each));
            private static State Each => State.Map((Item item) => item.Tags, nameof(One)).Distributed();
            private static State One => State.Pass((string one, string known) => known);
            """), StringComparison.Ordinal);

    [Fact]
    public Task Express_machines_have_no_distributed_maps_and_Express_children_follow_their_rules() => MachineSource.Verify("""
        private static State {|SVLS2304:A|} => State.MapObjects("b", "", nameof(A1)).Next(nameof(B));
        private static State A1 => State.Pass();
        private static State {|SVLS2304:B|} => State.Map(([BindExecutionInput] Item item) => item.Tags, nameof(B1)).Distributed();
        private static State B1 => State.Pass();
        """, "[StateMachine(Type = WorkflowType.Express)]");

    [Fact]
    public Task Children_of_a_Standard_machine_may_be_Express() => MachineSource.Verify("""
        private static State A => State.MapObjects("b", "", nameof(A1)).Distributed(WorkflowType.Express).Next(nameof(B));
        [TaskState(WaitForTaskToken = {|SVLS2304:true|}, Next = nameof(A2))] public void A1(S3ListedObject listed, TaskToken token) { }
        private static State {|SVLS2304:A2|} => State.MapObjects("b", "", nameof(A3));
        private static State A3 => State.Pass();
        private static State B => State.MapObjects("b", "", nameof(B1));
        private static State B1 => State.MapObjects("b", "", nameof(B2)).Distributed(WorkflowType.Express);
        private static State B2 => State.Pass();
        """);

    [Fact]
    public Task Items_fit_what_the_first_state_takes() => MachineSource.Verify("""
        public sealed record Row(string Id, int Count);
        private static State A => State.MapFile("b", "k", ItemFormat.Csv, nameof(A1)).Next(nameof(B));
        private static State A1 => State.Pass((Row {|SVLS2306:row|}) => row.Id);
        private static State B => State.MapObjects("b", "", nameof(B1)).Next(nameof(C));
        private static State B1 => State.Pass((Item {|SVLS2306:item|}) => item.Id);
        private static State C => State.MapObjects("b", "", nameof(C1)).Batch(5).Next(nameof(D));
        private static State C1 => State.Pass((S3ListedObject {|SVLS2306:one|}) => one.Key);
        private static State D => State.MapObjects("b", "", nameof(D1)).Batch(5).Next(nameof(E));
        private static State D1 => State.Pass((ItemBatch<S3ListedObject> many) => many.Items[0].Key);
        private static State E => State.MapFile("b", "k", ItemFormat.Json, nameof(E1));
        private static State E1 => State.Pass((Row row) => row.Count);
        """, "[StateMachine(StartAt = nameof(A))]");

    [Fact]
    public Task The_execution_of_a_child_has_the_item_as_its_input() => MachineSource.Verify("""
        private static State A => State.MapObjects("b", "", nameof(A1)).Next(nameof(B));
        private static State A1 => State.Pass(([BindExecutionInput] Item {|SVLS2306:started|}) => started.Id).Next(nameof(A2));
        private static State A2 => State.Pass(([BindExecutionInput] S3ListedObject listed) => listed.Key);
        private static State B => State.Map((object[] all) => all, nameof(B1)).Next(nameof(C));
        private static State B1 => State.Pass(([BindExecutionInput] Item started) => started.Id);
        private static State C => State.MapFile("b", "k", ItemFormat.Json, nameof(C1));
        private static State C1 => State.Pass(([BindExecutionInput] Item row) => row.Id).Next(nameof(D));
        private static State D => State.Pass(([BindExecutionInput] Item row) => row.Id);
        """, "[StateMachine(StartAt = nameof(A))]");

    [Fact]
    public Task What_starts_the_machine_is_its_input_everywhere() => MachineSource.Verify("""
        private static State A => State.Pass().Next(nameof(B));
        private static State B => State.Pass(([BindExecutionInput] Other {|SVLS2306:started|}, [BindExecutionInput] S3ObjectEvent upload) => started.Name + upload.Key);
        """, "[StateMachine, S3Trigger(\"@Uploads\")]");

    [Fact]
    public Task Settings_are_constants() => MachineSource.Verify("""
        private static int Number => 5;
        private static string Name => "x";
        private static State A => State.MapObjects({|SVLS2316:Name|}, "", nameof(A1));
        private static State A1 => State.Pass();
        private static State B => State.MapObjects("b", "", nameof(A1)).MaxItems({|SVLS2316:Number|}).Distributed(label: {|SVLS2316:Name|}).CsvHeaders({|SVLS2316:Name|});
        """);
}
