package org.ctavo.archive.cutout;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.Derivation.Requester;
import org.ctavo.archive.ProductId;
import org.ctavo.spi.Fault;

/**
 * What a cut-out says of its own making, as FITS keywords of its event list: enough to tell its provenance again
 * wherever the file goes. Its meaning does not change: other archives read it.
 *
 * <p>{@code CUT_DID} names the cut-out, {@code SRC_DID} and {@code SRC_SHA} the event list and its file,
 * {@code ACT_ID} the making with {@code ACT_SOFT}, {@code ACT_VERS}, {@code ACT_USER}, {@code ACT_BEG},
 * {@code ACT_END}; {@code PARNAMn} and {@code PARVALn} are its parameters, {@code USEROLn}, {@code USESHAn} and
 * {@code USEHDUn} what else it used.
 */
public final class CutoutStatement {
    private static final int MOST = 99;
    private static final int LONGEST = 100_000;
    private static final int LONGEST_ID = 900;
    private static final Pattern IDENTIFIER =
            Pattern.compile("ivo://[^/?]+/provenance\\?cutout/([0-9a-f]{24}(/\\d{1,6})?)");
    private static final Pattern ACTIVITY =
            Pattern.compile("ivo://[^/?]+/provenance\\?activity/cutout/[0-9a-zA-Z./]{1,80}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+-]{1,40}");
    private static final Pattern NAME = Pattern.compile("[A-Z]{1,20}");
    private static final Pattern ROLE = Pattern.compile("[a-z_]{1,20}");

    private static final List<String> SINGLE = List.of(
            "CUT_DID", "SRC_DID", "SRC_SHA", "ACT_ID", "ACT_SOFT", "ACT_VERS", "ACT_USER", "ACT_BEG", "ACT_END");
    private static final List<String> NUMBERED = List.of("PARNAM", "PARVAL", "USEROL", "USESHA", "USEHDU");

    private CutoutStatement() {}

    /** All keywords there may be, so that an older statement can be taken out. */
    public static List<String> keywords() {
        List<String> keywords = new ArrayList<>(SINGLE);
        for (int n = 1; n <= MOST; n++) {
            for (String stem : NUMBERED) {
                keywords.add(stem + n);
            }
        }
        return keywords;
    }

    /**
     * The statement of a making.
     *
     * @param sourceHash SHA-256 of the event list's file, in hexadecimal
     * @return keywords with their values, in the order they are to be written
     */
    public static Map<String, String> of(Derivation made, String sourceHash) {
        Map<String, String> statement = new LinkedHashMap<>();
        statement.put("CUT_DID", made.result());
        statement.put("SRC_DID", made.source());
        statement.put("SRC_SHA", sourceHash.toLowerCase(Locale.ROOT));
        statement.put("ACT_ID", made.activity());
        statement.put("ACT_SOFT", made.recipe().program());
        statement.put("ACT_VERS", made.recipe().version());
        statement.put("ACT_USER", made.requester().word());
        statement.put("ACT_BEG", date(made.start()));
        statement.put("ACT_END", date(made.end()));
        int n = 0;
        for (Derivation.Parameter parameter : made.parameters()) {
            n++;
            statement.put("PARNAM" + n, parameter.name());
            statement.put("PARVAL" + n, parameter.value());
        }
        n = 0;
        for (Derivation.Input input :
                made.inputs().subList(0, Math.min(made.inputs().size(), MOST))) {
            n++;
            statement.put("USEROL" + n, input.role());
            statement.put("USESHA" + n, input.sha256().toLowerCase(Locale.ROOT));
            statement.put("USEHDU" + n, Integer.toString(input.hdu()));
        }
        return statement;
    }

    /** UTC, to the millisecond: what is told of a making here and elsewhere is the same. */
    private static String date(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }

    /** What of a statement there is under these keywords, as it stands; empty unless it can be read. */
    public static Map<String, String> found(Function<String, Optional<String>> header) {
        Map<String, String> found = new LinkedHashMap<>();
        if (read(header).isPresent()) {
            keywords().forEach(keyword -> header.apply(keyword).ifPresent(value -> found.put(keyword, value)));
        }
        return found;
    }

    /**
     * Reads a statement. One that was tampered with so that it makes no sense counts as none.
     *
     * @param header a keyword to its value
     */
    public static Optional<Derivation> read(Function<String, Optional<String>> header) {
        if (!header.apply("ACT_SOFT").equals(Optional.of(CutoutRecipe.PROGRAM))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Reader(header).derivation());
        } catch (IllegalArgumentException | DateTimeException | Fault e) {
            return Optional.empty();
        }
    }

    /** What tells a cut-out from others of its event list: the last part of its identifier. */
    public static String mark(Derivation made) {
        var matcher = IDENTIFIER.matcher(made.result());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not the identifier of a cut-out: " + made.result());
        }
        return matcher.group(1);
    }

    private record Reader(Function<String, Optional<String>> header) {

        Derivation derivation() {
            String source = text("SRC_DID");
            String activity = matching("ACT_ID", ACTIVITY);
            ProductId.parse(source);
            ProductId.parse(activity);
            matching("SRC_SHA", SHA256);
            Instant start = time("ACT_BEG");
            Instant end = time("ACT_END");
            if (source.length() > LONGEST_ID || activity.length() > LONGEST_ID || end.isBefore(start)) {
                throw new IllegalArgumentException(source);
            }
            return new Derivation(
                    CutoutRecipe.of(matching("ACT_VERS", VERSION)),
                    activity,
                    start,
                    end,
                    text("ACT_USER").equals(Requester.REGISTERED.word()) ? Requester.REGISTERED : Requester.ANONYMOUS,
                    parameters(),
                    source,
                    inputs(),
                    matching("CUT_DID", IDENTIFIER),
                    "cut-out",
                    Set.of());
        }

        private List<Derivation.Parameter> parameters() {
            List<Derivation.Parameter> parameters = new ArrayList<>();
            for (int n = 1; n <= MOST && header.apply("PARNAM" + n).isPresent(); n++) {
                parameters.add(new Derivation.Parameter(matching("PARNAM" + n, NAME), text("PARVAL" + n)));
            }
            return parameters;
        }

        private List<Derivation.Input> inputs() {
            List<Derivation.Input> inputs = new ArrayList<>();
            for (int n = 1; n <= MOST && header.apply("USEROL" + n).isPresent(); n++) {
                int hdu = Integer.parseInt(text("USEHDU" + n));
                if (hdu < 0) {
                    throw new IllegalArgumentException("USEHDU" + n);
                }
                inputs.add(new Derivation.Input(matching("USEROL" + n, ROLE), matching("USESHA" + n, SHA256), hdu));
            }
            return inputs;
        }

        private Instant time(String keyword) {
            return LocalDateTime.parse(text(keyword)).toInstant(ZoneOffset.UTC);
        }

        private String matching(String keyword, Pattern pattern) {
            String text = text(keyword);
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException(keyword);
            }
            return text;
        }

        private String text(String keyword) {
            return header.apply(keyword)
                    .filter(text -> text.length() <= LONGEST)
                    .orElseThrow(() -> new IllegalArgumentException(keyword));
        }
    }
}
