namespace Serverless.StepFunctions.Local.Jsonata.Pictures;

/// <summary>A moment by the calendar, and its weeks by ISO 8601.</summary>
internal sealed class DateParts
{
    private readonly DateTime _time;

    private DateParts(DateTime time) => _time = time;

    public int Hour => _time.Hour;

    /// <summary>Null outside of the years 1 to 9999.</summary>
    public static DateParts? TryOf(double millis)
    {
        if (!double.IsFinite(millis) || millis < -62135596800000 || millis > 253402300799999)
            return null;
        return new DateParts(DateTime.UnixEpoch.AddTicks((long)Math.Floor(millis) * TimeSpan.TicksPerMillisecond));
    }

    /// <summary>Days since 1970; months from 0 and days may be beyond their range.</summary>
    public static double DaysOf(double year, double month, double day)
    {
        year += Math.Floor(month / 12);
        month -= Math.Floor(month / 12) * 12;
        // Years below 100 are those of the last century, as JavaScript has it.
        if (year is >= 0 and <= 99)
            year += 1900;
        if (year is < 1 or > 9999)
            return double.NaN;
        return (new DateTime((int)year, (int)month + 1, 1, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalDays + day - 1;
    }

    public int Get(char component) => component switch
    {
        'Y' => _time.Year,
        'M' => _time.Month,
        'D' => _time.Day,
        'd' => _time.DayOfYear,
        'F' => _time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)_time.DayOfWeek,
        'W' => Week(Thursday.DayOfYear),
        'w' => Week(Thursday.Day),
        'X' => Thursday.Year,
        'x' => Thursday.Month,
        'H' => _time.Hour,
        'h' => _time.Hour % 12 == 0 ? 12 : _time.Hour % 12,
        'm' => _time.Minute,
        's' => _time.Second,
        'f' => _time.Millisecond,
        _ => 0,
    };

    /// <summary>A week belongs to the year and to the month that its Thursday is in.</summary>
    private DateTime Thursday => _time.Date.AddDays(4 - Get('F'));

    private static int Week(int day) => ((day - 1) / 7) + 1;
}
