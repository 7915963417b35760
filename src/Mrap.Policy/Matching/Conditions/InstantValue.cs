namespace Mrap.Policy.Matching.Conditions;

/// <summary>An instant of a condition: the W3C subset of ISO 8601, or whole seconds since 1970. Four digits alone are a year.</summary>
internal readonly record struct InstantValue : IComparable<InstantValue>, IReadableValue<InstantValue>
{
    private const int MaxEpochDigits = 18;
    private const int YearDigits = 4;
    private const int FractionDigits = 9;

    private readonly long _seconds;
    private readonly int _nanoseconds;

    private InstantValue(long seconds, int nanoseconds)
    {
        _seconds = seconds;
        _nanoseconds = nanoseconds;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out InstantValue value)
    {
        var isNegative = text is ['-', ..];
        if (text.Length != YearDigits && TryReadSeconds(isNegative ? text[1..] : text, out var seconds))
        {
            value = new InstantValue(isNegative ? -seconds : seconds, 0);
            return true;
        }

        return TryReadDate(text, out value);
    }

    /// <inheritdoc/>
    public int CompareTo(InstantValue other) =>
        _seconds != other._seconds ? _seconds.CompareTo(other._seconds) : _nanoseconds.CompareTo(other._nanoseconds);

    private static bool TryReadSeconds(ReadOnlySpan<char> digits, out long seconds)
    {
        seconds = 0;
        if (digits.Length is 0 or > MaxEpochDigits)
        {
            return false;
        }

        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            seconds = (seconds * 10) + (digit - '0');
        }

        return true;
    }

    private static bool TryReadDate(ReadOnlySpan<char> text, out InstantValue value)
    {
        value = default;
        var month = 1;
        var day = 1;
        if (!Take(ref text, YearDigits, out var year) || year == 0)
        {
            return false;
        }

        if (Skip(ref text, '-') && (!Take(ref text, 2, out month) || month is < 1 or > 12))
        {
            return false;
        }

        var hasDay = Skip(ref text, '-');
        if (hasDay && (!Take(ref text, 2, out day) || day < 1 || day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        var midnight = (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        if (text.Length == 0)
        {
            value = new InstantValue(midnight, 0);
            return true;
        }

        if (
            !hasDay
                || !Skip(ref text, 'T')
                || !TryReadTime(ref text, out var seconds, out var nanoseconds)
                || !TryReadOffset(ref text, out var offset))
        {
            return false;
        }

        value = new InstantValue(midnight + seconds - offset, nanoseconds);
        return text.Length == 0;
    }

    private static bool TryReadTime(ref ReadOnlySpan<char> text, out int seconds, out int nanoseconds)
    {
        seconds = 0;
        nanoseconds = 0;
        var second = 0;
        if (!Take(ref text, 2, out var hour) || hour > 23 || !Skip(ref text, ':') || !Take(ref text, 2, out var minute) || minute > 59)
        {
            return false;
        }

        if (Skip(ref text, ':'))
        {
            if (!Take(ref text, 2, out second) || second > 59)
            {
                return false;
            }

            if (Skip(ref text, '.'))
            {
                var length = 0;
                while (length < text.Length && length < FractionDigits && char.IsAsciiDigit(text[length]))
                {
                    length++;
                }

                if (length == 0 || !Take(ref text, length, out nanoseconds))
                {
                    return false;
                }

                for (var i = length; i < FractionDigits; i++)
                {
                    nanoseconds *= 10;
                }

                while (text.Length > 0 && char.IsAsciiDigit(text[0]))
                {
                    text = text[1..];
                }
            }
        }

        seconds = (hour * 3600) + (minute * 60) + second;
        return true;
    }

    private static bool TryReadOffset(ref ReadOnlySpan<char> text, out int seconds)
    {
        seconds = 0;
        if (Skip(ref text, 'Z'))
        {
            return true;
        }

        var sign = Skip(ref text, '+') ? 1 : Skip(ref text, '-') ? -1 : 0;
        if (
            sign == 0
                || !Take(ref text, 2, out var hours)
                || hours > 23
                || !Skip(ref text, ':')
                || !Take(ref text, 2, out var minutes)
                || minutes > 59)
        {
            return false;
        }

        seconds = sign * ((hours * 3600) + (minutes * 60));
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<char> text, char wanted)
    {
        if (text.Length == 0 || text[0] != wanted)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool Take(ref ReadOnlySpan<char> text, int digits, out int value)
    {
        value = 0;
        if (text.Length < digits)
        {
            return false;
        }

        foreach (var c in text[..digits])
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        text = text[digits..];
        return true;
    }
}
