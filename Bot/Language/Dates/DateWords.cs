using System.Collections.Frozen;

namespace Milestones.Language.Dates;

/// <summary>
/// The words a language makes dates of, beside the numbers, weekdays, months and holidays of its lexicon. All are
/// without accents.
/// </summary>
internal sealed class DateWords
{
    private static readonly DateWords English = new(
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

    private static readonly DateWords Spanish = new(
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
            "menos mas al_menos por_lo_menos aproximadamente exactamente solo como alrededor_de mas_o_menos menos_de "
                + "mas_de habiles "
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

    private readonly FrozenDictionary<string, (Part Part, double Value)>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _openings;

    /// <summary>A word is written with its value after an equals sign, a set phrase with low lines.</summary>
    private DateWords(params (Part Part, string Words)[] lists)
    {
        var entries = lists
            .SelectMany(list =>
                list.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => EntryOf(list.Part, word))
            )
            .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
        _words = entries.GetAlternateLookup<ReadOnlySpan<char>>();
        _openings = entries
            .Keys.Where(word => word.Contains(' ', StringComparison.Ordinal))
            .Select(word => word[..word.IndexOf(' ', StringComparison.Ordinal)])
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static DateWords Of(TextLanguage language) => language == TextLanguage.Spanish ? Spanish : English;

    /// <summary>Whether a set phrase begins with a word.</summary>
    public bool OpensPhrase(ReadOnlySpan<char> word) => _openings.Contains(word);

    public bool TryFind(ReadOnlySpan<char> word, out Part part, out double value)
    {
        var found = _words.TryGetValue(word, out var entry);
        (part, value) = entry;
        return found;
    }

    private static KeyValuePair<string, (Part, double)> EntryOf(Part part, string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var value =
            equals < 0
                ? double.NaN
                : int.Parse(word[(equals + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        return new((equals < 0 ? word : word[..equals]).Replace('_', ' '), (part, value));
    }
}
