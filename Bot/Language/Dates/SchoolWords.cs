using System.Collections.Frozen;
using Milestones.Calendar;

namespace Milestones.Language.Dates;

/// <summary>The names of what a school's own calendar dates. Without accents.</summary>
internal static class SchoolWords
{
    private static readonly Lookup English = Build(
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
        (SchoolOccasion.SchoolYear, "school year,academic year,freshman year,sophomore year,junior year,senior year"),
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

    private static readonly Lookup Spanish = Build(
        (SchoolOccasion.Break, "vacaciones,receso,las vacaciones"),
        (SchoolOccasion.WinterBreak, "vacaciones de invierno,vacaciones de navidad,receso de invierno"),
        (SchoolOccasion.SpringBreak, "vacaciones de primavera,vacaciones de semana santa,receso de primavera"),
        (SchoolOccasion.SummerBreak, "vacaciones de verano"),
        (SchoolOccasion.MarkingPeriod, "periodo,parcial,periodo de calificaciones,bimestre,evaluacion,ciclo,lapso"),
        (SchoolOccasion.Quarter, "cuarto trimestre"),
        (SchoolOccasion.Trimester, "trimestre,cuatrimestre"),
        (SchoolOccasion.Semester, "semestre"),
        (SchoolOccasion.SchoolYear, "curso,curso escolar,ano escolar,ciclo escolar,ano academico,curso academico"),
        (SchoolOccasion.Finals, "finales,examenes finales,examenes,examen final,los finales"),
        (SchoolOccasion.Midterms, "parciales"),
        (SchoolOccasion.ReportCards, "reporte de progreso,calificaciones finales,boleta,boletas"),
        (SchoolOccasion.Graduation, "graduacion,graduarme"),
        (SchoolOccasion.SportSeason, "temporada")
    );

    public static bool TryFind(ReadOnlySpan<char> word, TextLanguage language, out SchoolOccasion occasion) =>
        (language == TextLanguage.Spanish ? Spanish : English).Words.TryGetValue(word, out occasion);

    /// <summary>Whether a name of several words begins with a word.</summary>
    public static bool OpensPhrase(ReadOnlySpan<char> word, TextLanguage language) =>
        (language == TextLanguage.Spanish ? Spanish : English).Openings.Contains(word);

    private static Lookup Build(params (SchoolOccasion Occasion, string Names)[] lists)
    {
        var names = lists
            .SelectMany(list => list.Names.Split(',').Select(name => KeyValuePair.Create(name, list.Occasion)))
            .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
        var openings = names
            .Keys.Where(name => name.Contains(' ', StringComparison.Ordinal))
            .Select(name => name[..name.IndexOf(' ', StringComparison.Ordinal)]);
        return new(
            names.GetAlternateLookup<ReadOnlySpan<char>>(),
            openings.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>()
        );
    }

    private sealed record Lookup(
        FrozenDictionary<string, SchoolOccasion>.AlternateLookup<ReadOnlySpan<char>> Words,
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openings
    );
}
