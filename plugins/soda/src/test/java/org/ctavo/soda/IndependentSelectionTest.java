package org.ctavo.soda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.ctavo.archive.dl3.TimeFrame;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.testing.Python;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hundreds of random cut-outs of real runs, each compared by another program with its own selection of the original:
 * events, good times, headers, and whether astropy and gammapy take the file.
 */
class IndependentSelectionTest {
    private static final int RUNS = 10;
    private static final int CUTOUTS = 500;
    private static final int SOME = 20;
    private static final int WHOLE_EVERY = 10;

    @TempDir
    private Path directory;

    /** A run with what random regions need. */
    private record Run(String id, Path file, double ra, double dec, double start, double stop, String tail) {
        static Run of(String id, Path file, String others) throws IOException {
            FitsText.Part events = FitsText.of(file).part("EVENTS");
            TimeFrame frame = TimeFrame.of(events.header());
            byte[] content = content(file);
            return new Run(
                    id,
                    file,
                    events.header().number("RA_PNT").orElseThrow(),
                    events.header().number("DEC_PNT").orElseThrow(),
                    frame.utc(events.header().number("TSTART").orElseThrow()),
                    frame.utc(events.header().number("TSTOP").orElseThrow()),
                    latin(content, responses(content)) + others);
        }
    }

    private static byte[] content(Path file) throws IOException {
        boolean zipped = file.toString().endsWith(".gz");
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = zipped ? new GZIPInputStream(in) : in) {
            return plain.readAllBytes();
        }
    }

    private static String latin(byte[] bytes, int from) {
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    }

    /** Where the instrument responses begin, after the good times; the end of a file without any. */
    private static int responses(byte[] file) {
        boolean seen = false;
        for (int at = 0; at < file.length; at += 2880) {
            String block = new String(file, at, 400, StandardCharsets.ISO_8859_1);
            if (block.startsWith("XTENSION")) {
                String header = new String(file, at, 2880, StandardCharsets.ISO_8859_1);
                if (seen) {
                    return at;
                }
                seen = header.contains("EXTNAME = 'GTI ");
            }
        }
        return file.length;
    }

    @Test
    void fiveHundredRandomCutoutsHoldWhatAnotherProgramSelects() throws Exception {
        Optional<Path> hess = Shared.path("data/hess-dl3-dr1/data");
        Assumptions.assumeTrue(hess.isPresent(), "skipped: no H.E.S.S. data beside the checkout");
        Assumptions.assumeTrue(Python.has("gammapy", "astropy"), "no Python with gammapy, astropy");
        List<Path> files;
        try (Stream<Path> all = Files.list(hess.get())) {
            files = all.sorted().limit(RUNS).toList();
        }
        compare(files, Optional.empty(), CUTOUTS, files.toArray(Path[]::new));
    }

    @Test
    void eventsOutsideTheGoodTimesAreEventsStill() throws Exception {
        Optional<Path> hess = Shared.path("data/hess-dl3-dr1/data/hess_dl3_dr1_obs_id_020322.fits.gz");
        Assumptions.assumeTrue(hess.isPresent(), "skipped: no H.E.S.S. data beside the checkout");
        FitsText original = FitsText.of(hess.get());
        double end = original.part("GTI").columns().get("STOP").get(0);
        List<Double> after = original.part("EVENTS").columns().get("TIME").stream()
                .filter(time -> time > end)
                .toList();
        assertThat(after).hasSize(8);
        try (CutoutArchive archive = new CutoutArchive(Map.of(), hess.get())) {
            double utc = TimeFrame.of(original.part("GTI").header()).utc(end + 1e-4);
            RecordingExchange answer = archive.cut("ID", archive.products().get(0), "TIME", utc + " +Inf");
            FitsText cut = FitsText.of(answer.bytes());
            assertThat(cut.part("EVENTS").columns().get("TIME")).isEqualTo(after);
            assertThat(cut.part("GTI").columns().get("START")).isEmpty();
            assertThat(cut.part("EVENTS").header().number("ONTIME")).hasValue(0);
            assertThat(cut.part("EVENTS").header().number("LIVETIME")).hasValue(0);
            assertThat(cut.part("EVENTS").header().number("TSTART")).hasValue(after.get(0));
        }
    }

    @Test
    void simulatedRunsOfAnotherFormAgreeToo() throws Exception {
        Optional<Path> cta = Shared.path("data/cta-1dc");
        Assumptions.assumeTrue(cta.isPresent(), "skipped: no CTA data beside the checkout");
        Assumptions.assumeTrue(Python.has("gammapy", "astropy"), "no Python with gammapy, astropy");
        Path set = cta.get();
        compare(files(set.resolve("data")), Optional.of(set.resolve("irf/irf_file.fits")), SOME, set);
    }

    @Test
    void theBundledSetAgreesToo() throws Exception {
        Assumptions.assumeTrue(Python.has("gammapy", "astropy"), "no Python with gammapy, astropy");
        SimulatedSet.write(directory.resolve("set"));
        Path set = directory.resolve("set");
        Path responses = set.resolve("irf/simulated_irf.fits");
        compare(files(set.resolve("data")), Optional.of(responses), SOME, set);
    }

    @Test
    void responsesInAZippedFileAreKeptAsTheyAre() throws Exception {
        Assumptions.assumeTrue(Python.has("gammapy", "astropy"), "no Python with gammapy, astropy");
        Path set = directory.resolve("zipped");
        SimulatedSet.write(set);
        Path responses = set.resolve("irf/simulated_irf.fits");
        Path plain = Files.move(responses, directory.resolve("plain.fits"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(responses))) {
            Files.copy(plain, out);
        }
        compare(files(set.resolve("data")), Optional.of(plain), SOME, set);
    }

    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> all = Files.list(data)) {
            return all.sorted().toList();
        }
    }

    /** Cuts event lists, whose responses may lie in another file, after the archive has ingested inputs. */
    private void compare(List<Path> files, Optional<Path> responses, int count, Path... inputs) throws Exception {
        String others = responses.isPresent() ? extensions(content(responses.get())) : "";
        try (CutoutArchive archive = new CutoutArchive(Map.of(), inputs)) {
            Path manifest = cutAll(archive, files, others, count);
            String report = Python.script("check_cutouts.py", manifest.toString());
            assertThat(report).startsWith("ok " + count).containsPattern("[1-9]\\d* as observations");
        }
    }

    /** All that follows the primary HDU. */
    private static String extensions(byte[] file) {
        int at = 0;
        while (!latin(file, at).startsWith("XTENSION")) {
            at += 2880;
        }
        return latin(file, at);
    }

    private Path cutAll(CutoutArchive archive, List<Path> files, String others, int count)
            throws IOException, SQLException {
        Map<String, Run> runs = new HashMap<>();
        for (String id : archive.products()) {
            String number = id.substring(id.indexOf('?') + 1);
            Path file = files.stream()
                    .filter(path -> path.toString().matches(".*_0?" + number + "\\.fits(\\.gz)?"))
                    .findFirst()
                    .orElseThrow();
            runs.put(id, Run.of(id, file, others));
        }
        assertThat(runs).hasSameSizeAs(files);
        List<Run> all =
                runs.values().stream().sorted((a, b) -> a.id.compareTo(b.id)).toList();
        Random random = new Random(20136);
        StringJoiner manifest = new StringJoiner(",\n", "[\n", "\n]\n");
        for (int i = 0; i < count; i++) {
            Run run = all.get(random.nextInt(all.size()));
            Map<String, String> parameters = parameters(run, random);
            List<String> sent = new ArrayList<>(List.of("ID", run.id));
            parameters.forEach((name, value) -> sent.addAll(List.of(name, value)));
            RecordingExchange answer = archive.cut(sent.toArray(String[]::new));
            if (i % WHOLE_EVERY == 1 && answer.status() == 200) {
                sent.addAll(List.of("RESPONSEFORMAT", "votable"));
                Files.write(
                        directory.resolve("cutout-" + i + ".fits.vot"),
                        archive.cut(sent.toArray(String[]::new)).bytes());
            }
            manifest.add(entry(run, parameters, answer, i));
        }
        Path file = directory.resolve("manifest.json");
        Files.writeString(file, manifest.toString());
        return file;
    }

    private String entry(Run run, Map<String, String> parameters, RecordingExchange answer, int number)
            throws IOException {
        Path file = directory.resolve("cutout-" + number + ".fits");
        if (answer.status() == 200) {
            byte[] bytes = answer.bytes();
            int end = bytes.length - run.tail.length();
            // Byte for byte as in the original; so most files need not be kept whole.
            assertThat(latin(bytes, end).equals(run.tail))
                    .as("responses of " + parameters)
                    .isTrue();
            Files.write(file, number % WHOLE_EVERY == 0 ? bytes : Arrays.copyOf(bytes, end));
        } else {
            assertThat(answer.status()).as(parameters + ": " + answer.text()).isEqualTo(204);
        }
        StringJoiner pairs = new StringJoiner(", ", "{", "}");
        parameters.forEach((name, value) -> pairs.add("\"" + name + "\": \"" + value + "\""));
        return String.format(
                Locale.ROOT,
                "{\"source\": \"%s\", \"id\": \"%s\", \"status\": %d, \"cutout\": \"%s\", \"parameters\": %s}",
                run.file,
                run.id,
                answer.status(),
                file,
                pairs);
    }

    private static Map<String, String> parameters(Run run, Random random) {
        Map<String, String> parameters = new HashMap<>();
        int kinds = 1 + random.nextInt(31);
        if ((kinds & 3) == 1) {
            parameters.put("CIRCLE", position(run, random) + " " + (0.02 + 2.5 * random.nextDouble()));
        } else if ((kinds & 3) == 2) {
            parameters.put("POLYGON", polygon(run, random));
        } else if ((kinds & 3) == 3) {
            parameters.put("POS", shape(run, random));
        }
        if ((kinds & 4) != 0) {
            double low = 0.2 * Math.pow(100, random.nextDouble());
            parameters.put("ENERGY", low + " " + (random.nextInt(4) == 0 ? "+Inf" : low * (1.1 + random.nextDouble())));
        }
        if ((kinds & 8) != 0) {
            double length = run.stop - run.start;
            double from = run.start + length * (1.3 * random.nextDouble() - 0.2);
            double to = from + length * random.nextDouble();
            parameters.put(
                    "TIME",
                    random.nextInt(5) == 0 ? "-Inf " + to : String.format(Locale.ROOT, "%.13f %.13f", from, to));
        }
        if ((kinds & 16) != 0) {
            double low = 5e-20 * Math.pow(30, random.nextDouble());
            parameters.put("BAND", low + " " + low * (2 + 20 * random.nextDouble()));
        }
        return parameters;
    }

    private static String position(Run run, Random random) {
        double dec = Math.max(-89.9, Math.min(89.9, run.dec + 2 * random.nextGaussian()));
        double ra = run.ra + 2 * random.nextGaussian() / Math.cos(Math.toRadians(dec));
        return (ra % 360 + 360) % 360 + " " + dec;
    }

    /** A star of three to twelve points: most are not convex, and either way round. */
    private static String polygon(Run run, Random random) {
        int points = 3 + random.nextInt(10);
        int sense = random.nextBoolean() ? 1 : -1;
        double turn = random.nextDouble();
        StringJoiner text = new StringJoiner(" ");
        for (int i = 0; i < points; i++) {
            double angle = sense * 2 * Math.PI * (i + turn) / points;
            double radius = 0.2 + 2.5 * random.nextDouble();
            double dec = run.dec + radius * Math.sin(angle);
            double ra = run.ra + radius * Math.cos(angle) / Math.cos(Math.toRadians(dec));
            text.add((ra % 360 + 360) % 360 + " " + dec);
        }
        return text.toString();
    }

    private static String shape(Run run, Random random) {
        switch (random.nextInt(4)) {
            case 0:
                return "CIRCLE " + position(run, random) + " " + (0.1 + random.nextDouble());
            case 1:
                return "POLYGON " + polygon(run, random);
            case 2:
                return "RANGE -Inf +Inf " + (run.dec - random.nextDouble()) + " +Inf";
            default:
                double width = 4 * random.nextDouble();
                double west = (run.ra - width * random.nextDouble() + 360) % 360;
                return "RANGE " + west + " " + (west + width) % 360 + " " + (run.dec - 2 * random.nextDouble()) + " "
                        + (run.dec + 2 * random.nextDouble());
        }
    }
}
