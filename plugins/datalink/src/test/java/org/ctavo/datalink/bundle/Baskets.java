package org.ctavo.datalink.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ctavo.archive.FileStore;
import org.ctavo.archive.ProductFile;

/** Makes small files for tests, with what the archive would list of them. */
final class Baskets {
    private Baskets() {}

    /** An event list of one event; times in seconds of TT since MJD 51544. */
    static byte[] events(long obsId, long day, double start) throws IOException {
        Map<String, Object> keywords = new LinkedHashMap<>();
        keywords.put("HDUCLAS1", "EVENTS");
        keywords.put("OBS_ID", obsId);
        keywords.put("OBJECT", "Crab");
        keywords.put("RA_PNT", 83.6);
        keywords.put("DEC_PNT", 22.0);
        keywords.put("TSTART", start);
        keywords.put("TSTOP", start + 1000);
        keywords.put("MJDREFI", day);
        keywords.put("MJDREFF", 0.5);
        keywords.put("TIMESYS", "TT");
        return new FitsTable()
                .column("EVENT_ID", "", List.of(1L))
                .column("TIME", "s", List.of(start))
                .gzipped("EVENTS", keywords);
    }

    /** A file at a place below a directory. */
    static Basket.Item item(Path directory, String path, ProductFile.Role role, byte[] content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        ProductFile listed = new ProductFile(
                role,
                new ProductFile.Location("runs", path),
                "application/fits",
                content.length,
                FileStore.sha256(file),
                List.of(),
                Instant.parse("2024-05-06T07:08:09.5Z"));
        return new Basket.Item(new SafeNames().of(listed.location()), listed, file);
    }
}
