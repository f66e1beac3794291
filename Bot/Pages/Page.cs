using System.Net;
using System.Text;
using Milestones.Localization;

namespace Milestones.Pages;

/// <summary>
/// One page of plain HTML: no script, nothing from elsewhere, kept by nobody on its way. What is shown is text,
/// whatever it looks like.
/// </summary>
internal sealed class Page(Voice voice, string title)
{
    private const string Style = """
        body{font:1.05rem/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f}
        h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}dt{font-weight:600}dd{margin:0 0 .4rem 1rem}
        li{margin:.3rem 0}.small{color:#55555f}input,button,.button{font:inherit;padding:.5rem .8rem}
        .button{display:inline-block;border:1px solid #4b53bc;border-radius:.3rem;color:#4b53bc;text-decoration:none}
        @media(prefers-color-scheme:dark){body{background:#1b1b1f;color:#f0f0f2}.small{color:#b0b0ba}
        .button{color:#a6a7dc;border-color:#a6a7dc}}
        """;

    private readonly StringBuilder _body = new();

    public Voice Voice => voice;

    public Page Heading(string text) => Element("h2", text);

    public Page Text(string text) => Element("p", text);

    public Page Small(string text) => Raw($"<p class=\"small\">{Encoded(text)}</p>");

    public Page Element(string name, string text) => Raw($"<{name}>{Encoded(text)}</{name}>");

    public Page List(IEnumerable<string> items)
    {
        _body.Append("<ul>");
        foreach (var item in items)
            Element("li", item);
        return Raw("</ul>");
    }

    /// <summary>Markup of ours; whatever else is in it has been encoded.</summary>
    public Page Raw(string html)
    {
        _body.Append(html).Append('\n');
        return this;
    }

    public static string Encoded(string text) => WebUtility.HtmlEncode(text);

    /// <summary>What every page of a person's own is sent with.</summary>
    /// <param name="policy">Where its parts may come from.</param>
    public static void Guard(HttpResponse response, int status, string policy)
    {
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
    }

    /// <param name="frames">Where it may stand in a frame, as a policy says it.</param>
    public async Task WriteAsync(
        HttpContext context,
        int status = StatusCodes.Status200OK,
        string frames = "frame-ancestors 'none'"
    )
    {
        Guard(
            context.Response,
            status,
            $"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; {frames}"
        );
        await context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{voice.Culture.TwoLetterISOLanguageName}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1"><title>{Encoded(title)}</title>
            <style>{Style}</style></head><body><main><h1>{Encoded(title)}</h1>
            {_body}</main></body></html>
            """,
            context.RequestAborted
        );
    }
}
