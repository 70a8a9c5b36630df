using Serverless.Corpus;

// run [--mirror FOLDER] [--cache FOLDER] [--references FOLDER]… [--update] [--only NAME] [--show RULE]
return await CorpusRun.MainAsync(args);
