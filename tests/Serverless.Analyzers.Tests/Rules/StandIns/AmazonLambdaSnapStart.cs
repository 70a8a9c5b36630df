// Stand-in for the hooks of SnapStart. Bodies do nothing.
namespace Amazon.Lambda.Core
{
    public static class SnapshotRestore
    {
        public static void RegisterBeforeSnapshot(System.Func<System.Threading.Tasks.ValueTask> beforeSnapshotAction) { }
        public static void RegisterAfterRestore(System.Func<System.Threading.Tasks.ValueTask> afterRestoreAction) { }
    }
}
