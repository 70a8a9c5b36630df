using Serverless.Corpus;
using Serverless.Corpus.Seeds;

// seeds                                     recall over the synthetic corpus
// [--mirror FOLDER] [--cache FOLDER] [--references PACKAGE=FOLDER]… [--update] [--only NAME] [--show RULES|all]
if (args is ["seeds"])
{
    Console.WriteLine(SeededRun.Report(await SeededRun.RunAsync()));
    return 0;
}

return await CorpusRun.MainAsync(args);
