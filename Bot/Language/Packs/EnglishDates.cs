using Milestones.Calendar;
using Milestones.Language.Dates;

namespace Milestones.Language.Packs;

/// <summary>The English words of dates and of a school's times. All are without accents.</summary>
internal static class EnglishDates
{
    public static DateWords Words { get; } =
        new(
            (Part.The, "the my our your his her their"),
            (Part.Of, "of"),
            (Part.In, "in for=1 within during over throughout inside"),
            (Part.By, "by on=1 due come upon no_later_than not_later_than"),
            (Part.At, "at around"),
            (Part.Until, "until till til through thru untill"),
            (Part.To, "to"),
            (Part.From, "from starting starting_from starting_on since beginning_on as_of"),
            (Part.Between, "between"),
            (Part.And, "and &"),
            (Part.Or, "or"),
            (Part.After, "after"),
            (Part.Before, "before prior_to ahead_of b4"),
            (Part.Ago, "ago back earlier"),
            (Part.Later, "later hence"),
            (Part.This, "this these current present that"),
            (Part.Next, "next"),
            (Part.Coming, "coming upcoming following subsequent"),
            (Part.Last, "last past previous prior"),
            (Part.Start, "beginning start early"),
            (Part.Middle, "mid middle"),
            (Part.End, "end late close ending eom"),
            (Part.Rest, "rest remainder"),
            (Part.Every, "weekends every each other per daily weekly monthly nightly yearly annually everyday"),
            (Part.Now, "now"),
            (Part.A, "a=1 an=1 another=1"),
            (Part.Few, "few several some many"),
            (
                Part.About,
                "about roughly approximately exactly only just least most less more than another total straight whole "
                    + "full entire "
                    + "business school working calendar"
            ),
            (
                Part.Filler,
                "maybe probably like um i think idk ok so well please hopefully definitely is it its it's be then soon"
            ),
            (Part.DayPart, "morning afternoon evening night noon midnight lunch lunchtime dawn midday nighttime"),
            (Part.AmPm, "am pm a.m p.m o'clock oclock sharp"),
            (Part.Season, "spring=1 summer=2 fall=3 autumn=3 winter=4"),
            (
                Part.RelativeDay,
                "today=0 tonight=0 this_afternoon=0 this_evening=0 this_morning=0 tomorrow=1 tomorrow_morning=1 "
                    + "yesterday=-1 "
                    + "eod=0"
            ),
            (Part.Weekday, "sat=-6 sun=-7"),
            (
                Part.Ordinal,
                "thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 "
                    + "twentieth=20 thirtieth=30"
            ),
            (
                Part.Unit,
                "hour=0 hours=0 day=1 days=1 week=2 weeks=2 fortnight=3 fortnights=3 weekend=4 month=5 "
                    + "months=5 year=6 years=6"
            )
        );

    public static SchoolWords School { get; } =
        new(
            (SchoolOccasion.Break, "break,vacation,holidays,the holidays,intersession,school break"),
            (SchoolOccasion.FallBreak, "fall break,autumn break"),
            (SchoolOccasion.ThanksgivingBreak, "thanksgiving break"),
            (
                SchoolOccasion.WinterBreak,
                "winter break,christmas break,holiday break,winter vacation,christmas vacation,xmas break"
            ),
            (SchoolOccasion.SpringBreak, "spring break,easter break"),
            (SchoolOccasion.SummerBreak, "summer break,summer vacation,last day of school,end of school"),
            (
                SchoolOccasion.MarkingPeriod,
                "marking period,grading period,term,grading cycle,cycle,mp,six weeks,nine weeks,grading window,rotation"
            ),
            (SchoolOccasion.Quarter, "quarter,quarters"),
            (SchoolOccasion.Trimester, "trimester,trimesters"),
            (SchoolOccasion.Semester, "semester,semesters,sem"),
            (
                SchoolOccasion.SchoolYear,
                "school year,academic year,freshman year,sophomore year,junior year,senior year"
            ),
            (SchoolOccasion.Midterms, "midterms,midterm,mid terms,mid term,midterm exams,midterm exam"),
            (SchoolOccasion.Finals, "finals,final,final exam,final exams,finals week,the finals,exams,exam week"),
            (
                SchoolOccasion.StateTests,
                "state test,state tests,state testing,testing,regents,staar,ap exam,ap exams,ap tests,ap test,map test,"
                    + "map testing"
            ),
            (
                SchoolOccasion.ReportCards,
                "report card,report cards,progress report,progress reports,interim,interims,interim report"
            ),
            (SchoolOccasion.Graduation, "graduation,graduate"),
            (SchoolOccasion.SportSeason, "season")
        );

    public static string[][] Months { get; } =
    [
        ["january", "jan"],
        ["february", "feb"],
        ["march", "mar"],
        ["april", "apr"],
        ["may"],
        ["june", "jun"],
        ["july", "jul"],
        ["august", "aug"],
        ["september", "sep", "sept"],
        ["october", "oct"],
        ["november", "nov"],
        ["december", "dec"],
    ];
}
