package org.ctavo.datalink.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.ctavo.archive.CatalogueFile;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.FileStore;
import org.ctavo.archive.ProductFile;
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
        exchange.allow("GET", "HEAD");
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
        if (Files.size(file) != listed.file().bytes()) {
            throw new Fault(
                    RequestFault.BUSY,
                    "The file has changed since it was listed and waits for the archive to take note of it.");
        }
        // Anyone may keep what is public for all; what depends on the caller is theirs alone.
        boolean open = listed.rule().isOpenTo(Caller.ANONYMOUS, clock.instant());
        exchange.header("Cache-Control", open ? "public, max-age=3600" : "private, no-cache");
        RangedAnswer.send(exchange, new Stored(listed.file(), file));
    }

    /** A file as it is stored. */
    private record Stored(ProductFile listed, Path file) implements Content {

        @Override
        public String fileName() {
            return listed.location().fileName();
        }

        @Override
        public String mediaType() {
            return listed.mediaType();
        }

        @Override
        public long size() {
            return listed.bytes();
        }

        @Override
        public String hash() {
            return listed.sha256();
        }

        @Override
        public Instant modified() {
            return listed.modified();
        }

        @Override
        public void send(Exchange exchange, long offset, long length) throws IOException {
            exchange.send(file, offset, length);
        }
    }
}
