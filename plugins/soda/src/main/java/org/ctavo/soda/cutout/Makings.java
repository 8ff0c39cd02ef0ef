package org.ctavo.soda.cutout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.Recipe;
import org.ctavo.archive.cutout.CutoutRecipe;
import org.ctavo.soda.request.AnswerFormat;
import org.ctavo.soda.request.Cutout;
import org.ctavo.soda.request.Selection;
import org.ctavo.spi.Caller;

/**
 * What is to be told of the making of a cut-out, in its header and in the archive's provenance. Safe for use by any
 * number of threads.
 */
public final class Makings {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String authority;
    private final Recipe recipe = CutoutRecipe.of(version());

    /** Of an archive with a naming authority. */
    public Makings(String authority) {
        this.authority = authority;
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = Makings.class.getResourceAsStream("/org/ctavo/soda/build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The class path is incomplete.", e);
        }
        return properties.getProperty("version");
    }

    /** Who asks, what for, and since when it is being made. */
    public record Request(Cutout cutout, Caller caller, Instant start) {}

    /**
     * The making of a cut-out while its client waits. Its identifier comes from what it is made of and how: the same
     * request makes the same cut-out under the same identifier.
     *
     * @param end when the selection was done
     */
    public Derivation atOnce(Request request, CutoutPlan plan, Instant end) {
        Source source = plan.source();
        Stream<String> files = Stream.concat(
                Stream.of(source.file().sha256()),
                source.companions().stream().map(companion -> companion.file().sha256()));
        Stream<String> words = Stream.concat(
                Stream.of(source.id(), request.cutout().format().name(), recipe.version()),
                request.cutout().selection().items().stream().map(Selection.Item::toString));
        String hash = hash(String.join("\n", Stream.concat(files, words).toList()));
        return making(request, plan, end, new Names(hash, hash + "/" + TIME.format(request.start())));
    }

    /**
     * The making of a result of a job. Its identifier comes from the job's, but does not betray it: who knows a job can
     * read its results, and provenance is for all.
     *
     * @param number of the result
     * @param end when the selection was done
     */
    public Derivation ofJob(Request request, CutoutPlan plan, Instant end, String job, int number) {
        String name = hash(job) + "/" + number;
        return making(request, plan, end, new Names(name, name));
    }

    private record Names(String result, String activity) {}

    /**
     * Names do not tell the product: should it become secret, its relations are hidden with it, but the cut-out's own
     * name would go on to betray it.
     */
    private Derivation making(Request request, CutoutPlan plan, Instant end, Names names) {
        boolean open = plan.source().rule().isOpenTo(Caller.ANONYMOUS, end);
        return new Derivation(
                recipe,
                "ivo://" + authority + "/provenance?activity/cutout/" + names.activity,
                request.start().truncatedTo(ChronoUnit.MILLIS),
                end.truncatedTo(ChronoUnit.MILLIS),
                request.caller().subject().isPresent()
                        ? Derivation.Requester.REGISTERED
                        : Derivation.Requester.ANONYMOUS,
                request.cutout().selection().items().stream()
                        .map(item -> new Derivation.Parameter(item.name(), item.value()))
                        .toList(),
                plan.source().id(),
                inputs(plan, request.cutout().format()),
                "ivo://" + authority + "/provenance?cutout/" + names.result,
                "cut-out: " + plan.count() + " of " + plan.of() + " events",
                open ? Set.of() : plan.source().rule().groups());
    }

    /** A table of events holds no responses. */
    private static List<Derivation.Input> inputs(CutoutPlan plan, AnswerFormat format) {
        return plan.inputs().stream()
                .filter(input -> format == AnswerFormat.FITS || input.role().equals("gti"))
                .toList();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
