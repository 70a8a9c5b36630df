using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Serverless.Build.Reading;

/// <summary>
/// Reads the one string a getter returns. Compilers write it in two shapes: `ldstr, ret`, and in Debug for block bodies
/// `nop, ldstr, stloc.0, br.s, ldloc.0, ret`. Anything else is not a literal and is refused rather than guessed.
/// </summary>
internal static class GetterBody
{
    private const byte Nop = 0x00;
    private const byte LoadLocal0 = 0x06;
    private const byte StoreLocal0 = 0x0A;
    private const byte Return = 0x2A;
    private const byte BranchShort = 0x2B;
    private const byte LoadString = 0x72;

    public static bool TryReadLiteral(MetadataReader metadata, BlobReader il, out string text)
    {
        text = "";
        var code = NextCode(ref il);
        if (code != LoadString || il.RemainingBytes < 4)
            return false;
        var token = il.ReadInt32();
        if (!ReturnsAtOnce(ref il))
            return false;
        text = metadata.GetUserString(MetadataTokens.UserStringHandle(token & 0x00FFFFFF));
        return true;
    }

    private static bool ReturnsAtOnce(ref BlobReader il)
    {
        var code = NextCode(ref il);
        if (code == StoreLocal0)
        {
            code = NextCode(ref il);
            if (code == BranchShort)
            {
                if (il.RemainingBytes == 0 || il.ReadSByte() != 0)
                    return false;
                code = NextCode(ref il);
            }

            if (code != LoadLocal0)
                return false;
            code = NextCode(ref il);
        }

        return code == Return && il.RemainingBytes == 0;
    }

    private static int NextCode(ref BlobReader il)
    {
        while (il.RemainingBytes > 0)
        {
            var code = il.ReadByte();
            if (code != Nop)
                return code;
        }

        return -1;
    }
}
