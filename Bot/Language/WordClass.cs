namespace Milestones.Language;

/// <summary>
/// The classes a lexicon section can give its words. A section is headed by the name of its class; a rule names a class
/// as <c>@Name</c>.
/// One bit each, so there may be 128 of them.
/// </summary>
internal enum WordClass
{
    // Form
    Base,
    Past,
    Ing,
    ThirdPerson,
    Future,
    First,
    Plural,
    Content,
    Function,
    Capitalised,

    // Numbers and time
    Digit,
    Ordinal,
    Tens,
    Unit,
    Hundred,
    Month,
    Weekday,
    Holiday,
    Span,
    DayPart,
    Period,
    Event,
    Start,
    Measure,
    Amount,
    Frequency,
    Every,
    Grade,
    Season,

    // People and frames
    I,
    Other,
    Commit,
    Want,
    Be,
    Have,
    Modal,
    Not,
    Wh,
    Helper,
    Family,
    Friend,

    // Verbs
    Improve,
    Reach,
    Pass,
    Learn,
    Stop,
    Step,
    Act,
    General,
    Feel,
    Talk,
    Attend,
    SocialAct,
    Light,

    // Things
    Umbrella,
    SportUmbrella,
    Course,
    Skill,
    Work,
    Assessment,
    Mark,
    Record,
    Club,
    Attendance,
    Conduct,
    Feeling,
    Friendship,
    College,
    Job,
    Form,
    Sport,
    Hobby,
    Health,
    Money,
    Support,
    Tool,
    Program,

    // What makes nothing specific
    Vague,
    Disposition,
    Effort,
    Tracking,

    // Reasons
    Because,
    Benefit,
    BadHabit,

    // What is no goal
    Greeting,
    Thanks,
    DontKnow,
    Complaint,
    Command,
    OffTopic,
    Chatter,
    Yes,
    No,
    BotThing,

    // Left for rules alone
    Help,
    Neutral,
    Article,
    By,
    Before,
    Preposition,
    Conjunction,
    More,
    Less,
    All,
    Zero,
    Current,
    Approx,
    Letter,
    Percent,
    Possessive,
    Unknown,

    // What the tokenizer asks for
    Abbreviation,
    NumberLink,
    Sign,
    GradeLead,
}
