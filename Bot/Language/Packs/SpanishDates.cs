using Milestones.Calendar;
using Milestones.Language.Dates;

namespace Milestones.Language.Packs;

/// <summary>The Spanish words of dates and of a school's times. All are without accents.</summary>
internal static class SpanishDates
{
    public static DateWords Words { get; } =
        new(
            (Part.The, "el=1 la los=2 las lo mi mis nuestro nuestra su"),
            (Part.Of, "de del=1"),
            (Part.In, "en dentro durante=1"),
            (Part.By, "para=1 por=1 sobre"),
            (Part.At, "a_las a_la"),
            (Part.Until, "hasta"),
            (Part.To, "a al"),
            (Part.From, "desde a_partir a_partir_de a_partir_del empezando comenzando empezando_el comenzando_el"),
            (Part.Between, "entre"),
            (Part.And, "y e"),
            (Part.Or, "o u"),
            (Part.After, "despues luego tras"),
            (Part.Before, "antes antes_de antes_del previo_a antes_de_que"),
            (Part.Ago, "hace atras"),
            (Part.Later, "mas_tarde"),
            (Part.This, "este esta estos estas actual presente corriente ese esa"),
            (Part.Next, "proximo proxima proximos proximas siguiente siguientes entrante"),
            (Part.Coming, "que_viene que_entra que_sigue"),
            (Part.Last, "pasado pasada pasados pasadas anterior ultimo ultima ultimos ultimas previo previa"),
            (Part.Start, "principio principios inicio inicios comienzo comienzos"),
            (Part.Middle, "mediados mitad mediado"),
            (Part.End, "fin final finales fines cierre termine acabe finalice concluya"),
            (Part.Rest, "resto"),
            (
                Part.Every,
                "cada otro otra fines_de_semana todos_los todas_las todo_los diario diaria diariamente semanal "
                    + "semanalmente mensual "
                    + "mensualmente al_dia por_dia "
                    + "por_semana a_la_semana al_mes por_mes por_noche anual anualmente"
            ),
            (Part.Now, "ahora aqui aca ahorita"),
            (Part.A, "un=1 una=1"),
            (Part.Few, "unos unas pocos pocas algunos algunas varios varias"),
            (
                Part.About,
                "menos mas al_menos por_lo_menos aproximadamente exactamente solo como alrededor_de "
                    + "mas_o_menos menos_de mas_de habiles "
                    + "escolares completa completo seguidos seguidas"
            ),
            (Part.Filler, "creo que quizas quiza tal_vez um bueno ok pues yo pienso es seria espero si ya pronto"),
            (Part.DayPart, "tarde noche madrugada mediodia medianoche almuerzo tardes noches"),
            (Part.AmPm, "am pm a.m p.m"),
            (Part.Season, "primavera=1 verano=2 otono=3 invierno=4"),
            (
                Part.RelativeDay,
                "hoy=0 esta_noche=0 esta_tarde=0 hoy_mismo=0 hoy_en_dia=0 manana=1 ayer=-1 anoche=-1 anteayer=-2 "
                    + "antier=-2"
            ),
            (Part.Weekday, "lun=1 mar=-2 mie=3 mier=3 mierc=3 jue=4 vie=5 vier=5 sab=6 dom=7"),
            (
                Part.Unit,
                "hora=0 horas=0 dia=1 dias=1 semana=2 semanas=2 quincena=3 quincenas=3 fin_de_semana=4 "
                    + "mes=5 meses=5 "
                    + "ano=6 anos=6"
            )
        );

    public static SchoolWords School { get; } =
        new(
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

    public static string[][] Months { get; } =
    [
        ["enero", "ene"],
        ["febrero"],
        ["marzo"],
        ["abril", "abr"],
        ["mayo"],
        ["junio"],
        ["julio"],
        ["agosto", "ago"],
        ["septiembre", "setiembre"],
        ["octubre"],
        ["noviembre"],
        ["diciembre", "dic"],
    ];
}
