package org.ctavo.ingest.simulation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * A dozen simulated observations as a GADF data store: {@code obs-index.fits.gz}, {@code hdu-index.fits.gz}, event
 * lists with their good times in {@code data}, and one file of responses in {@code irf}. Every header says that it is
 * simulated.
 */
public final class SimulatedSet {
    static final String DOCUMENT = "https://gamma-astro-data-formats.readthedocs.io";

    private static final String RESPONSES = "simulated_irf.fits";
    private static final double DAY = 86_400;

    /** Seconds from the reference time to 2025-01-01T00:00:00 TT. */
    private static final double FIRST_NIGHT = (60676 - 51544.5) * DAY;

    private SimulatedSet() {}

    /** What all HDUs say of their making. */
    static HeaderText common() {
        return new HeaderText()
                .text("ORIGIN", "CTA-VO simulation")
                .text("CREATOR", "CTA-VO simulation 1")
                .text("TELESCOP", "CTA-VO-SIM")
                .text("INSTRUME", "Imagined array")
                .text("DATE", "2020-01-01T00:00:00");
    }

    /** What times count from. */
    static HeaderText time() {
        return new HeaderText()
                .whole("MJDREFI", 51544)
                .number("MJDREFF", 0.5)
                .text("TIMEUNIT", "s")
                .text("TIMESYS", "TT")
                .text("TIMEREF", "LOCAL");
    }

    /**
     * Writes the set, over whatever is there of the same names.
     *
     * @param directory made if it is not there
     * @return how many runs there are
     */
    public static int write(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("data"));
        Files.createDirectories(directory.resolve("irf"));
        try (OutputStream out = open(directory.resolve("irf").resolve(RESPONSES))) {
            ResponseFile.write(out);
        }
        List<SimulatedRun> runs = runs();
        List<Integer> counts = new ArrayList<>();
        for (SimulatedRun run : runs) {
            try (OutputStream out = open(directory.resolve("data").resolve(fileName(run)))) {
                counts.add(run.write(out));
            }
        }
        try (OutputStream out = new GZIPOutputStream(open(directory.resolve("obs-index.fits.gz")))) {
            IndexFiles.observations(out, runs, counts);
        }
        try (OutputStream out = new GZIPOutputStream(open(directory.resolve("hdu-index.fits.gz")))) {
            IndexFiles.hdus(out, runs, RESPONSES);
        }
        return runs.size();
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file));
    }

    static String fileName(SimulatedRun run) {
        return String.format(Locale.ROOT, "simulated_%06d.fits", run.obsId());
    }

    /** Six runs around the Crab, four on a fainter source, two on nothing. */
    private static List<SimulatedRun> runs() {
        List<SimulatedRun> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            // Flux and index as HEGRA found them for the Crab nebula.
            runs.add(run(runs.size(), "Crab Nebula", 83.63308, 22.0145, 0.5, 90.0 * i, 2.83e-11, 2.62));
        }
        for (int i = 0; i < 4; i++) {
            runs.add(run(runs.size(), "Simulated blazar", 329.71694, -30.22559, 0.7, 90.0 * i + 45, 6e-12, 3.3));
        }
        for (int i = 0; i < 2; i++) {
            runs.add(run(runs.size(), "Simulated empty field", 150.0 + 2 * i, -10, 0, 0, 0, 0));
        }
        return List.copyOf(runs);
    }

    private static SimulatedRun run(
            int number,
            String object,
            double ra,
            double dec,
            double offset,
            double direction,
            double norm,
            double index) {
        int night = number / 4;
        double start = FIRST_NIGHT + night * DAY + 7200 + (number % 4) * 1800;
        return new SimulatedRun(
                900_001L + number, object, ra, dec, offset, direction, start, 20 + 2 * number, norm, index);
    }
}
