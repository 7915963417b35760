using System.Globalization;
using System.Text;

namespace Mrap.Core.Maps;

/// <summary>Writes SVG path data of relative lines at one decimal, which is short.</summary>
internal sealed class PathText
{
    private readonly StringBuilder _text = new();
    private long _x;
    private long _y;

    /// <summary>Adds a line through points; points that fall on the previous one at one decimal are left out.</summary>
    /// <param name="isClosed">Whether the line ends where it began.</param>
    public void Add(IEnumerable<MapPoint> points, bool isClosed)
    {
        var isFirst = true;
        foreach (var point in points)
        {
            var (x, y) = ((long)Math.Round(point.X * 10), (long)Math.Round(point.Y * 10));
            if (isFirst)
            {
                _text.Append('M');
                Number(x);
                Number(y, isSecond: true);
                _text.Append('l');
                isFirst = false;
            }
            else if (x != _x || y != _y)
            {
                if (_text[^1] != 'l' && x >= _x)
                {
                    _text.Append(' ');
                }

                Number(x - _x);
                Number(y - _y, isSecond: true);
            }

            (_x, _y) = (x, y);
        }

        if (_text.Length > 0 && _text[^1] == 'l')
        {
            _text.Append("0 0");
        }

        if (isClosed && !isFirst)
        {
            _text.Append('z');
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Number(long tenths, bool isSecond = false)
    {
        if (isSecond && tenths >= 0)
        {
            _text.Append(' ');
        }

        _text.Append((tenths / 10.0).ToString("0.#", CultureInfo.InvariantCulture));
    }
}
