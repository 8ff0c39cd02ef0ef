package org.ctavo.datalink.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.ctavo.archive.CatalogueFile;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.FileStore;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/**
 * The file door: {@code /files/ROOT/PATH} gives the bytes of a file that the archive lists, as they are stored, to a
 * caller who may have them. Nothing else of the disk can be named: the address is looked up in the archive's list, not
 * on the disk. Ranges and conditions are those of RFC 9110.
 */
public final class FileEndpoint implements Endpoint {
    private final FileCatalogue catalogue;
    private final FileStore store;
    private final Clock clock;

    /** Serves the files of a catalogue from a store; the clock decides what is released. */
    public FileEndpoint(FileCatalogue catalogue, FileStore store, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/files";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            exchange.header("Allow", "GET, HEAD");
            throw new Fault(RequestFault.METHOD_NOT_ALLOWED, "Files answer GET and HEAD only.");
        }
        List<CatalogueFile> listed = listed(exchange);
        Instant now = clock.instant();
        // A file of several products, such as a shared response, is open to whoever may have one of them.
        Optional<CatalogueFile> open = listed.stream()
                .filter(file -> file.rule().isOpenTo(exchange.caller(), now))
                .findFirst();
        if (open.isPresent()) {
            send(exchange, open.get());
        } else {
            throw listed.get(0).rule().refusal(exchange.caller());
        }
    }

    private List<CatalogueFile> listed(Exchange exchange) {
        String path = exchange.path();
        int slash = path.indexOf('/', 1);
        List<CatalogueFile> files = slash < 0
                ? List.of()
                : catalogue.at(exchange.caller(), path.substring(1, slash), path.substring(slash + 1));
        if (files.isEmpty()) {
            throw new Fault(RequestFault.NO_SUCH_RESOURCE, "The archive lists no file of that name.");
        }
        return files;
    }

    private void send(Exchange exchange, CatalogueFile listed) throws IOException {
        Path file = store.resolve(listed.file().location());
        long size = Files.size(file);
        if (size != listed.file().bytes()) {
            throw new Fault(
                    RequestFault.BUSY,
                    "The file has changed since it was listed and waits for the archive to take note of it.");
        }
        Conditions conditions =
                Conditions.of(listed.file().sha256(), listed.file().modified());
        exchange.header("ETag", conditions.etag());
        exchange.header("Last-Modified", conditions.lastModified());
        exchange.header("Accept-Ranges", "bytes");
        // Anyone may keep what is public for all; what depends on the caller is theirs alone.
        boolean open = listed.rule().isOpenTo(Caller.ANONYMOUS, clock.instant());
        exchange.header("Cache-Control", open ? "public, max-age=3600" : "private, no-cache");
        switch (conditions.judge(exchange)) {
            case FAILED -> exchange.status(412);
            case NOT_MODIFIED -> exchange.status(304);
            case SEND_WHOLE -> body(exchange, listed, file, Optional.empty());
            case SEND -> body(
                    exchange,
                    listed,
                    file,
                    exchange.header("Range")
                            .filter(header -> exchange.method().equals("GET"))
                            .flatMap(header -> ByteRange.parse(header, size)));
        }
    }

    private static void body(Exchange exchange, CatalogueFile listed, Path file, Optional<List<ByteRange>> ranges)
            throws IOException {
        long size = listed.file().bytes();
        String type = listed.file().mediaType();
        exchange.header(
                "Content-Disposition", disposition(listed.file().location().fileName()));
        if (ranges.isEmpty()) {
            exchange.header("Content-Type", type);
            exchange.header("Content-Length", Long.toString(size));
            part(exchange, file, new ByteRange(0, size - 1));
        } else if (ranges.get().isEmpty()) {
            exchange.status(416);
            exchange.header("Content-Range", "bytes */" + size);
        } else if (ranges.get().size() == 1) {
            ByteRange range = ranges.get().get(0);
            exchange.status(206);
            exchange.header("Content-Type", type);
            exchange.header("Content-Range", contentRange(range, size));
            exchange.header("Content-Length", Long.toString(range.length()));
            part(exchange, file, range);
        } else {
            pieces(exchange, file, type, size, ranges.get());
        }
    }

    /** Several ranges in one answer: multipart/byteranges (RFC 9110, section 14.6). */
    private static void pieces(Exchange exchange, Path file, String type, long size, List<ByteRange> ranges)
            throws IOException {
        String boundary = UUID.randomUUID().toString();
        exchange.status(206);
        exchange.header("Content-Type", "multipart/byteranges; boundary=" + boundary);
        String separator = "";
        for (ByteRange range : ranges) {
            write(
                    exchange,
                    separator + "--" + boundary + "\r\nContent-Type: " + type + "\r\nContent-Range: "
                            + contentRange(range, size) + "\r\n\r\n");
            exchange.send(file, range.first(), range.length());
            separator = "\r\n";
        }
        write(exchange, "\r\n--" + boundary + "--\r\n");
    }

    private static void part(Exchange exchange, Path file, ByteRange range) throws IOException {
        if (!exchange.method().equals("HEAD") && range.length() > 0) {
            exchange.send(file, range.first(), range.length());
        }
    }

    private static void write(Exchange exchange, String text) throws IOException {
        exchange.output().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String contentRange(ByteRange range, long size) {
        return "bytes " + range.first() + "-" + range.last() + "/" + size;
    }

    /** The name as a quoted string of plain characters: a name that could end the header early cannot be said. */
    private static String disposition(String fileName) {
        return "attachment; filename=\"" + fileName.replaceAll("[^A-Za-z0-9._+-]", "_") + '"';
    }
}
