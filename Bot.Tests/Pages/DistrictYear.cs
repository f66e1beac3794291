using Milestones.Conversations;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;
using Milestones.Storage;
using Milestones.Tests.Calendar;
using Milestones.Tests.Support;

namespace Milestones.Tests.Pages;

/// <summary>
/// Two schools with three terms behind them, as their documents lie in a store; one is too small to show.
/// </summary>
internal static class DistrictYear
{
    private static readonly DateOnly[] Terms =
    [
        Moments.Day("2025-08-01"),
        Moments.Day("2026-01-01"),
        Moments.Day("2026-08-01"),
    ];

    public static IEnumerable<Document> Documents(string tenant) =>
        [
            Of(tenant, "Lincoln", classes: 14),
            Of(tenant, "Roosevelt", classes: 2),
            Kinds.All.School.Write(
                DocumentKeys.District(tenant),
                new SchoolRollup { Schools = ["Lincoln", "Roosevelt"] }
            ),
        ];

    private static Document Of(string tenant, string name, int classes)
    {
        var school = new SchoolRollup { Name = name, ToldAt = Moments.Utc("2026-11-25 09:00") };
        foreach (var term in Terms)
        {
            for (var number = 0; number < classes; number++)
                school = school.With(null, Class(name, term, number));
        }

        return Kinds.All.School.Write(DocumentKeys.School(tenant, DocumentKeys.SchoolMark(name)), school);
    }

    private static SchoolPart Class(string name, DateOnly term, int number)
    {
        AreaCount[] areas =
        [
            new(Area.Academic) { Count = Goals(12 + number) },
            new(number % 3 == 0 ? Area.Engagement : Area.SocialEmotional) { Count = Goals(6 + number) },
        ];
        return new(term, (GradeBand)(number % 3))
        {
            School = name,
            Areas = areas,
            Count = SchoolCount.Sum(areas.Select(one => one.Count)) with
            {
                Classes = 1,
                Students = 22 + number,
                Looks = (16 + number) * 12,
                Weeks = (22 + number) * 12,
            },
        };
    }

    private static SchoolCount Goals(int goals) =>
        new()
        {
            Classes = 1,
            Students = goals,
            Goals = goals,
            Set = goals - 3,
            Reached = goals / 3,
            AtRisk = goals / 5,
        };
}
