using System.Net;
using System.Net.Http.Headers;

namespace Milestones.Channel.Teams;

/// <summary>
/// A JSON body that knows whether it has begun to leave: before that, a failure means that nothing was sent.
/// </summary>
internal sealed class Utf8Content : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly ReadOnlyMemory<byte> _body;

    public Utf8Content(ReadOnlyMemory<byte> body)
    {
        _body = body;
        Headers.ContentType = Json;
    }

    public bool Started { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        Started = true;
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
