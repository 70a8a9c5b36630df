namespace Serverless.Artifacts.Pictures.Layers;

/// <summary>Puts the labels of arrows where they cover none of the others: on the first part of their arrow, its middle before all else.</summary>
internal sealed class LabelPlaces
{
    private const int LineHeight = 14;

    private static readonly double[] Parts = [0.5, 0.38, 0.62, 0.28, 0.72, 0.82, 0.18];

    private readonly List<(int Left, int Top, int Right)> _placed = [];

    public PicturePoint Find(string label, PicturePoint from, PicturePoint to)
    {
        var half = (TextWidth.Of(label, EdgeRoutes.LabelSize) / 2) + 2;
        var place = Parts.Select(part => On(from, to, part)).FirstOrDefault(point => !Covers(point, half));
        if (place == default)
            place = On(from, to, Parts[0]);
        _placed.Add((place.X - half, place.Y - (LineHeight / 2), place.X + half));
        return place;
    }

    private bool Covers(PicturePoint point, int half) =>
        _placed.Exists(p => point.X - half < p.Right && point.X + half > p.Left && Math.Abs(point.Y - (LineHeight / 2) - p.Top) < LineHeight);

    /// <summary>The curve that is drawn: vertical at both ends.</summary>
    private static PicturePoint On(PicturePoint from, PicturePoint to, double part)
    {
        var rest = 1 - part;
        var middle = (from.Y + to.Y) / 2.0;
        var x = from.X + ((to.X - from.X) * part * part * (3 - (2 * part)));
        var y = (from.Y * rest * rest * rest) + (3 * middle * part * rest) + (to.Y * part * part * part);
        return new PicturePoint((int)Math.Round(x), (int)Math.Round(y));
    }
}
