using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Milestones.Localization;
using Milestones.School;
using Milestones.Turns;

namespace Milestones.Pages;

/// <summary>
/// Certificates as they are printed: one to a page, landscape, on A4 and on Letter paper alike. The only script is the
/// one behind the print button.
/// </summary>
internal static class CertificateSheets
{
    /// <summary>Letters from which on the words are set smaller, so that a page always holds them.</summary>
    private const int Long = 140;
    private const int VeryLong = 360;
    private const int LongName = 28;

    private const string Script = """
        document.getElementById("print").addEventListener("click", () => window.print());
        """;

    /// <remarks>Lengths on a sheet are shares of its width (cqw): what fits on one paper fits on the other.</remarks>
    private const string Style = """
        @page{size:landscape;margin:0}
        *{box-sizing:border-box}
        html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body{margin:0;font-family:Georgia,"Times New Roman","Liberation Serif",serif;color:#1f2937;background:#e9ebf1}
        .bar{font:1rem/1.5 system-ui,sans-serif;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;
        justify-content:center;padding:1rem}
        .bar p{margin:0}
        button{font:inherit;padding:.5rem 1.2rem;border:0;border-radius:.3rem;background:#3b3f9e;color:#fff;
        cursor:pointer}
        button:focus-visible{outline:3px solid #1b1b1f;outline-offset:2px}
        .paper{container-type:size;width:min(96vw,70rem);aspect-ratio:297/210;margin:0 auto 1.5rem;background:#fff;
        box-shadow:0 1px 6px #0003;overflow:hidden}
        .sheet{position:relative;width:100%;height:100%;padding:7cqw 9cqw 5cqw;display:flex;flex-direction:column;
        align-items:center;text-align:center}
        .frame{position:absolute;inset:0;width:100%;height:100%}
        h1{font-size:4.6cqw;font-weight:400;letter-spacing:.06em;margin:1cqw 0 0;color:#3b3f9e}
        .school{font-size:1.7cqw;margin:.6cqw 0 0;letter-spacing:.04em}
        .lead{font-size:1.9cqw;margin:2.2cqw 0 0}
        .name{font-size:4.2cqw;line-height:1.15;margin:.8cqw 0 0;font-style:italic;overflow-wrap:anywhere}
        .name.long{font-size:2.9cqw}
        .goals{flex:1;display:flex;flex-direction:column;justify-content:center;gap:1cqw;margin:1cqw 0;width:100%}
        .goals p{margin:0;font-size:2.5cqw;line-height:1.3;overflow-wrap:anywhere}
        .goals.long p{font-size:1.9cqw}.goals.verylong p{font-size:1.45cqw}
        footer{width:100%;display:flex;justify-content:space-between;align-items:flex-end;gap:3cqw;font-size:1.6cqw}
        footer div{flex:1;min-width:0;overflow-wrap:anywhere}
        footer .line+.line{margin-top:2.4cqw}
        footer .line{border-top:.15cqw solid #6b7280;padding-top:.5cqw}
        .small{font-size:1.25cqw;color:#4b5563}
        @media print{
        body{background:#fff}
        .bar{display:none}
        .paper{width:100vw;height:100vh;aspect-ratio:auto;margin:0;box-shadow:none;break-after:page;break-inside:avoid}
        .paper:last-child{break-after:auto}
        }
        """;

    /// <summary>A double line, a ribbon in each corner, and a path with four stones that leads upwards.</summary>
    private const string Frame = """
        <svg class="frame" viewBox="0 0 297 210" preserveAspectRatio="none" aria-hidden="true" fill="none">
        <rect x="8" y="8" width="281" height="194" rx="3" stroke="#3b3f9e" stroke-width="1.2"/>
        <rect x="11" y="11" width="275" height="188" rx="2" stroke="#c98a1b" stroke-width=".5"/>
        <g fill="#c98a1b"><path d="M8 24v-16h16q-10 4-16 16z"/><path d="M289 24v-16h-16q10 4 16 16z"/>
        <path d="M8 186v16h16q-10-4-16-16z"/><path d="M289 186v16h-16q10-4 16-16z"/></g>
        </svg>
        """;

    private const string Path = """
        <svg viewBox="0 0 120 36" width="22%" aria-hidden="true" fill="none">
        <path d="M6 31C32 31 38 22 58 21S92 13 112 5" stroke="#3b3f9e" stroke-width="1.6" stroke-linecap="round"/>
        <g fill="#c98a1b"><circle cx="18" cy="30.6" r="3.4"/><circle cx="50" cy="22.3" r="3.4"/>
        <circle cx="83" cy="15.8" r="3.4"/></g>
        <path d="M112-1l2.2 4.2 4.6.7-3.3 3.3.8 4.6-4.3-2.1-4.2 2.1.8-4.6-3.3-3.3 4.6-.7z" fill="#3b3f9e"/>
        </svg>
        """;

    private static readonly string Policy =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    public static Task WriteAsync(HttpContext context, CertificatesRead read)
    {
        var voice = read.Voice;
        var school = context.RequestServices.GetRequiredService<SchoolOptions>().Name;
        var html = new StringBuilder();
        foreach (var one in read.Certificates)
            Write(html, one, school, voice);
        Page.Guard(context.Response, StatusCodes.Status200OK, Policy);
        return context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{voice.Culture.TwoLetterISOLanguageName}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Page.Encoded(voice["Page.Certificate.Title"])}</title>
            <style>{Style}</style></head><body>
            <div class="bar"><button id="print">{Page.Encoded(voice["Page.Certificate.Print"])}</button>
            <p>{Page.Encoded(voice["Page.Certificate.Hint"])}</p></div>
            {html}<script>{Script}</script></body></html>
            """,
            context.RequestAborted
        );
    }

    private static void Write(StringBuilder html, Certificate one, string school, Voice voice)
    {
        var kind = one.IsTerm ? "Term" : "Goal";
        var letters = one.Goals.Sum(goal => goal.Length);
        var size =
            letters > VeryLong ? " verylong"
            : letters > Long ? " long"
            : string.Empty;
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            <section class="paper" aria-label="{Page.Encoded(one.Name)}"><div class="sheet">{Frame}
            <h1>{Page.Encoded(voice[$"Page.Certificate.{kind}"])}</h1>
            {Element("school", school)}
            <p class="lead">{Page.Encoded(voice["Page.Certificate.For"])}</p>
            <p class="name{(one.Name.Length > LongName ? " long" : string.Empty)}">{Page.Encoded(one.Name)}</p>
            <p class="lead">{Page.Encoded(Lead(one, voice))}</p>
            <div class="goals{size}">
            """
        );
        foreach (var goal in one.Goals)
            html.Append(CultureInfo.InvariantCulture, $"<p>“{Page.Encoded(goal)}”</p>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            </div><footer><div><div>{Page.Encoded(voice.LongDay(one.On))}</div>{Element("small", one.ClassName)}</div>
            {Path}
            <div>{string.Concat(Signatures(one, voice))}</div></footer></div></section>

            """
        );
    }

    private static string Lead(Certificate one, Voice voice) =>
        voice[
            !one.IsTerm ? "Page.Certificate.Goal.Lead"
            : one.Goals.Count == 0 ? "Page.Certificate.Term.Lead"
            : "Page.Certificate.Term.LeadGoals"
        ];

    /// <summary>Room to sign, where somebody is to.</summary>
    private static IEnumerable<string> Signatures(Certificate one, Voice voice) =>
        one.Teachers.Select(teacher =>
            $"""
                <div class="line">{Page.Encoded(teacher)}
                <span class="small">{Page.Encoded(voice["Page.Certificate.Teacher"])}</span></div>
                """
        );

    private static string Element(string name, string? text) =>
        string.IsNullOrEmpty(text) ? string.Empty : $"<p class=\"{name}\">{Page.Encoded(text)}</p>";

    private static string Hash(string part) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(part)))}";
}
