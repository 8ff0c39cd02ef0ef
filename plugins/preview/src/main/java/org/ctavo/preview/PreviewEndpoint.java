package org.ctavo.preview;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.ctavo.archive.CatalogueFile;
import org.ctavo.preview.plot.Kind;
import org.ctavo.preview.store.Studio;
import org.ctavo.preview.summary.PreviewFault;
import org.ctavo.preview.summary.Subject;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/**
 * Pictures of event lists: {@code /preview?ID=IVOID&KIND=plot|map|energy|rate|thumbnail}. They show the bytes of the
 * file, so they are for those who may have it. One that must be drawn first keeps no thread of the server waiting.
 */
final class PreviewEndpoint implements Endpoint {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Subjects subjects;
    private final Studio studio;
    private final Clock clock;

    PreviewEndpoint(Subjects subjects, Studio studio, Clock clock) {
        this.subjects = subjects;
        this.studio = studio;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/preview";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.path().isEmpty()) {
            throw new Fault(RequestFault.NO_SUCH_RESOURCE, "There is nothing below /preview; ask with ID=ivo://…");
        }
        exchange.allow("GET", "HEAD");
        Kind kind = kind(exchange);
        CatalogueFile file = eventList(exchange);
        Subject subject = subjects.describe(exchange.caller(), file).orElseThrow(PreviewEndpoint::unknown);
        String etag = '"' + subject.key().substring(0, 32) + "-" + kind.word() + '"';
        boolean isPublic = file.rule().isOpenTo(Caller.ANONYMOUS, clock.instant());
        if (isCurrent(exchange, etag)) {
            head(exchange, etag, isPublic);
            exchange.status(304);
            return;
        }
        CompletableFuture<byte[]> picture = studio.picture(subject, kind);
        if (picture.isDone()) {
            send(exchange, picture, etag, isPublic);
        } else {
            exchange.defer(picture, PATIENCE, later -> send(later, picture, etag, isPublic));
        }
    }

    private static Kind kind(Exchange exchange) {
        Optional<String> word = exchange.parameters().single("KIND").filter(text -> !text.isEmpty());
        return word.isEmpty()
                ? Kind.PLOT
                : Kind.of(word.get())
                        .orElseThrow(() -> new Fault(
                                RequestFault.BAD_PARAMETER,
                                "KIND is one of " + String.join(", ", Kind.words()) + "; not '" + word.get() + "'."));
    }

    private CatalogueFile eventList(Exchange exchange) {
        String id = exchange.parameters().single("ID").orElse("");
        if (id.isEmpty()) {
            throw new Fault(RequestFault.MISSING_PARAMETER, "Say which product: ID=ivo://…");
        }
        CatalogueFile file = subjects.eventList(exchange.caller(), id).orElseThrow(PreviewEndpoint::unknown);
        if (!file.rule().isOpenTo(exchange.caller(), clock.instant())) {
            throw file.rule().refusal(exchange.caller());
        }
        return file;
    }

    private static Fault unknown() {
        return new Fault(RequestFault.NO_SUCH_RESOURCE, "The archive has no event list of that identifier.");
    }

    private static boolean isCurrent(Exchange exchange, String etag) {
        return exchange.headers("If-None-Match").stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    private static void head(Exchange exchange, String etag, boolean isPublic) {
        exchange.header("ETag", etag);
        exchange.header("Cache-Control", isPublic ? "public, max-age=3600" : "private, no-cache");
    }

    private static void send(Exchange exchange, CompletableFuture<byte[]> picture, String etag, boolean isPublic)
            throws IOException {
        byte[] content = content(picture);
        head(exchange, etag, isPublic);
        exchange.header("Content-Type", "image/png");
        exchange.header("Content-Length", Integer.toString(content.length));
        if (!exchange.method().equals("HEAD")) {
            exchange.output().write(content);
        }
    }

    private static byte[] content(CompletableFuture<byte[]> picture) {
        if (!picture.isDone()) {
            throw new Fault(PreviewFault.BUSY, "The picture is still being drawn; ask again in a minute.");
        }
        try {
            return picture.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Fault fault) {
                throw fault;
            }
            throw e;
        }
    }
}
