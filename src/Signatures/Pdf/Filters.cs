using System.IO.Compression;

namespace Signatures.Pdf;

/// <summary>Decodes the streams that hold the structure of a file (§7.4): Flate with PNG predictors, within a limit.</summary>
static class Filters
{
    public const int DecodedBytesMax = 32 << 20;

    public static byte[] Decode(PdfFile file, PdfStream stream)
    {
        var bytes = stream.Raw.ToArray();
        var filters = Listed(file, stream.Dictionary["Filter"]);
        var parameters = Listed(file, stream.Dictionary["DecodeParms"]);
        if (filters.Count > 4) throw PdfRefusal.Damaged("filter");
        for (var i = 0; i < filters.Count; i++)
        {
            if (filters[i].AsName is not ("FlateDecode" or "Fl")) throw PdfRefusal.Damaged("filter");
            bytes = Predict(Inflate(bytes), i < parameters.Count ? parameters[i].AsDictionary : null);
        }
        return bytes;
    }

    static IReadOnlyList<PdfValue> Listed(PdfFile file, PdfValue value) => file.Resolve(value) switch
    {
        { IsNull: true } => [],
        PdfArray array => [.. array.Items.Select(file.Resolve)],
        var single => [single],
    };

    public static byte[] Inflate(byte[] bytes)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var output = new MemoryStream();
            var buffer = new byte[16384];
            for (int n; (n = zlib.Read(buffer)) > 0;)
            {
                if (output.Length + n > DecodedBytesMax) throw new PdfRefusal("pdf-too-large", $"Tệp PDF bung ra quá lớn.");
                output.Write(buffer, 0, n);
            }
            return output.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw PdfRefusal.Damaged("Flate");
        }
    }

    public static byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(bytes);
        return output.ToArray();
    }

    static byte[] Predict(byte[] bytes, PdfDictionary? parameters)
    {
        var predictor = parameters?["Predictor"].AsInteger ?? 1;
        if (predictor == 1) return bytes;
        var columns = parameters!["Columns"].AsInteger ?? 1;
        var colors = parameters["Colors"].AsInteger ?? 1;
        if (predictor < 10 || columns is < 1 or > 1 << 20 || colors is < 1 or > 4 || parameters["BitsPerComponent"].AsInteger is not (null or 8))
            throw PdfRefusal.Damaged("predictor");
        return Png(bytes, columns * colors, colors);
    }

    /// <summary>Undoes the PNG filters (ISO/IEC 15948 §9) of rows of the given length.</summary>
    public static byte[] Png(byte[] bytes, int rowBytes, int pixelBytes)
    {
        var rows = bytes.Length / (rowBytes + 1);
        var output = new byte[rows * rowBytes];
        for (var row = 0; row < rows; row++)
        {
            var from = bytes.AsSpan(row * (rowBytes + 1) + 1, rowBytes);
            var to = output.AsSpan(row * rowBytes, rowBytes);
            var above = row > 0 ? output.AsSpan((row - 1) * rowBytes, rowBytes) : new byte[rowBytes];
            var kind = bytes[row * (rowBytes + 1)];
            for (var i = 0; i < rowBytes; i++)
            {
                int left = i >= pixelBytes ? to[i - pixelBytes] : 0, up = above[i], corner = i >= pixelBytes ? above[i - pixelBytes] : 0;
                to[i] = (byte)(from[i] + kind switch
                {
                    0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner),
                    _ => throw PdfRefusal.Damaged("predictor"),
                });
            }
        }
        return output;
    }

    static int Paeth(int left, int up, int corner)
    {
        int p = left + up - corner, a = Math.Abs(p - left), b = Math.Abs(p - up), c = Math.Abs(p - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
