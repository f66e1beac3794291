using System.Globalization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Reports;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>What the youngest type where they could tap: a picture by its word, a number, a day.</summary>
internal static class PictureWords
{
    /// <summary>More than this is no goal for a first grader.</summary>
    public const int MostTimes = 20;

    /// <summary>
    /// The picture whose word stands in the text; one of kindness goes before being kind itself. Null where none or
    /// several do.
    /// </summary>
    public static Picture? Which(Heard heard, Voice voice)
    {
        var said = $" {Folding.Fold(heard.Text)}";
        var named = Picture
            .Every.Where(picture =>
                voice
                    .List($"Word.Picture.{picture.Name}")
                    .Any(word => said.Contains($" {word}", StringComparison.Ordinal))
            )
            .ToList();
        return named is [var one] ? one
            : named.Where(picture => picture.Name is not ("Kind" or "KindWords")).ToList() is [var seen] ? seen
            : null;
    }

    /// <summary>How many times: what is aimed at where the text says so, else a number alone.</summary>
    public static int? HowMany(Heard heard) =>
        heard.Goal.Target?.Value is { } aim and >= 1 and <= MostTimes && aim == (int)aim ? (int)aim
        : Numbers(heard) is [var only] ? only
        : ScaleReader.Read(heard.Text, 1, MostTimes, heard.Language);

    private static List<int> Numbers(Heard heard) =>
        [
            .. heard
                .Text.Split([' ', ',', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => int.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Where(number => number is >= 1 and <= MostTimes),
        ];

    /// <summary>Until when; the likeliest day of a time of the school year, since nothing more is asked.</summary>
    public static DateOnly? When(Heard heard, TurnContext<Person> context)
    {
        var day = heard.Date switch
        {
            { Day: { } said } => said,
            { School: { } school } => ClassCalendar.Of(context.Person).Resolve(school, context.Today)
                ?? KnownSchoolDay.Find(context.Person.SchoolDays, school, context.Today)
                ?? SchoolGuesses.For(school, context.Today).Select(guess => (DateOnly?)guess).FirstOrDefault(),
            _ => DayInTalk.Find(heard.Text, context.Today, heard.Language),
        };
        return day > context.Today ? day : null;
    }
}
