namespace Serverless.Model.Validation;

/// <summary>
/// What is known of actions without the catalogue: their form, and for the everyday services which of them name a resource.
/// An action that is not listed needs none, as far as we know: a grant that we do not understand is not a fault.
/// </summary>
internal static class GrantRules
{
    private static readonly Dictionary<string, HashSet<string>> WithResource = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dynamodb"] = Actions("BatchGetItem BatchWriteItem ConditionCheckItem DeleteItem DeleteTable DescribeTable DescribeTimeToLive GetItem PartiQLDelete PartiQLInsert PartiQLSelect PartiQLUpdate PutItem Query Scan UpdateItem UpdateTable DescribeStream GetRecords GetShardIterator"),
        ["s3"] = Actions("AbortMultipartUpload DeleteObject DeleteObjectTagging DeleteObjectVersion GetBucketLocation GetObject GetObjectAcl GetObjectAttributes GetObjectTagging GetObjectVersion ListBucket ListBucketMultipartUploads ListBucketVersions ListMultipartUploadParts PutObject PutObjectAcl PutObjectTagging RestoreObject"),
        ["sns"] = Actions("AddPermission ConfirmSubscription DeleteTopic GetTopicAttributes ListSubscriptionsByTopic Publish RemovePermission SetTopicAttributes Subscribe"),
        ["sqs"] = Actions("ChangeMessageVisibility DeleteMessage DeleteQueue GetQueueAttributes GetQueueUrl PurgeQueue ReceiveMessage SendMessage SetQueueAttributes"),
        ["states"] = Actions("DeleteStateMachine DescribeExecution DescribeStateMachine GetExecutionHistory ListExecutions RedriveExecution StartExecution StartSyncExecution StopExecution UpdateStateMachine"),
        ["lambda"] = Actions("DeleteFunction GetFunction GetFunctionConfiguration InvokeAsync InvokeFunction InvokeFunctionUrl PublishVersion UpdateFunctionCode UpdateFunctionConfiguration"),
        ["events"] = Actions("DeleteRule DescribeEventBus DescribeRule DisableRule EnableRule PutEvents PutRule PutTargets RemoveTargets"),
        ["secretsmanager"] = Actions("DeleteSecret DescribeSecret GetSecretValue PutSecretValue RotateSecret UpdateSecret"),
        ["ssm"] = Actions("DeleteParameter DeleteParameters GetParameter GetParameterHistory GetParameters GetParametersByPath PutParameter"),
        ["kms"] = Actions("Decrypt DescribeKey Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac GetPublicKey ReEncryptFrom ReEncryptTo Sign Verify VerifyMac"),
    };

    /// <summary>`service:Action`, with wildcards in the action.</summary>
    public static bool IsAction(string text)
    {
        if (text == "*")
            return true;
        var colon = text.IndexOf(':');
        return colon > 0 && colon < text.Length - 1
            && text.Take(colon).All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-')
            && text.Skip(colon + 1).All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '*' or '?');
    }

    /// <summary>True when the action, or one that a wildcard covers, acts on a resource that the policy has to name.</summary>
    public static bool NeedsResource(string action)
    {
        var colon = action.IndexOf(':');
        if (colon <= 0 || !WithResource.TryGetValue(action.Substring(0, colon), out var actions))
            return false;
        var name = action.Substring(colon + 1);
        return name.IndexOfAny(['*', '?']) < 0 ? actions.Contains(name) : actions.Any(known => Matches(name, 0, known, 0));
    }

    private static bool Matches(string pattern, int p, string text, int t)
    {
        for (; p < pattern.Length; p++, t++)
        {
            if (pattern[p] == '*')
            {
                for (var end = t; end <= text.Length; end++)
                {
                    if (Matches(pattern, p + 1, text, end))
                        return true;
                }

                return false;
            }

            if (t >= text.Length || (pattern[p] != '?' && char.ToUpperInvariant(pattern[p]) != char.ToUpperInvariant(text[t])))
                return false;
        }

        return t == text.Length;
    }

    private static HashSet<string> Actions(string names) => new(names.Split(' '), StringComparer.OrdinalIgnoreCase);
}
