package org.ctavo.tap;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.RequestFault;
import org.ctavo.tap.query.QueryRequest;
import org.ctavo.tap.query.TapFault;
import org.ctavo.tap.query.UploadedTables;
import org.ctavo.tap.result.ResultFormat;
import org.ctavo.tap.result.ResultFormats;

/** Reads the parameters of sync and async (TAP 1.1, section 2.7; DALI 1.1, section 3.4). Immutable. */
public final class RequestReader {
    /** The languages a client may name; a name alone means any version. */
    static final List<String> VERSIONS = List.of("2.1", "2.0");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\+?\\d{1,18}");
    private static final int LONGEST_RUNID = 64;

    private final ResultFormats formats;
    private final long defaultMaxrec;
    private final long hardMaxrec;

    /**
     * A reader.
     *
     * @param formats that can be asked for
     * @param defaultMaxrec rows when MAXREC is not sent
     * @param hardMaxrec rows at most
     */
    public RequestReader(ResultFormats formats, long defaultMaxrec, long hardMaxrec) {
        this.formats = formats;
        this.hardMaxrec = hardMaxrec;
        this.defaultMaxrec = Math.min(defaultMaxrec, hardMaxrec);
    }

    /** What a request is about beside its parameters. */
    public record Circumstances(
            Caller caller, URI base, Optional<String> request, Optional<Duration> timeLimit, UploadedTables uploads) {}

    /**
     * What is asked.
     *
     * @throws Fault if a parameter is missing, was sent twice or cannot be read; parameters that TAP does not know are
     *     not looked at
     */
    public TapRequest read(Parameters parameters, Circumstances circumstances) {
        checkLanguage(parameters);
        checkRunId(parameters);
        ResultFormats.Choice choice = format(parameters);
        String query = parameters
                .single("QUERY")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Fault(
                        RequestFault.MISSING_PARAMETER, "The parameter QUERY is missing: it holds the query in ADQL."));
        return new TapRequest(
                new QueryRequest(
                        query,
                        choice.format(),
                        maxrec(parameters),
                        circumstances.timeLimit(),
                        circumstances.caller(),
                        circumstances.base(),
                        circumstances.request(),
                        circumstances.uploads()),
                choice.contentType());
    }

    /**
     * The format asked for by RESPONSEFORMAT or FORMAT, or the default.
     *
     * @throws Fault {@code UNSUPPORTED_FORMAT}
     */
    public ResultFormats.Choice format(Parameters parameters) {
        return format(parameters.single("RESPONSEFORMAT").or(() -> parameters.single("FORMAT")));
    }

    /**
     * The format of that name, or the default.
     *
     * @throws Fault {@code UNSUPPORTED_FORMAT}
     */
    ResultFormats.Choice format(Optional<String> asked) {
        if (asked.isEmpty()) {
            return formats.preferred();
        }
        return formats.named(asked.get())
                .orElseThrow(() -> new Fault(
                        TapFault.UNSUPPORTED_FORMAT,
                        "Results are not written as " + asked.get() + "; formats are "
                                + String.join(
                                        ", ",
                                        formats.list().stream()
                                                .map(ResultFormat::names)
                                                .flatMap(names -> names.stream().limit(1))
                                                .toList())
                                + '.'));
    }

    /** MAXREC as it will be obeyed: clipped at the hard limit, the default if it was not sent. */
    public long maxrec(Parameters parameters) {
        Optional<String> sent = parameters.single("MAXREC").map(String::strip);
        if (sent.isEmpty()) {
            return defaultMaxrec;
        }
        if (!WHOLE_NUMBER.matcher(sent.get()).matches()) {
            throw new Fault(
                    RequestFault.BAD_PARAMETER,
                    "MAXREC is a whole number of rows, 0 or more, not \"" + sent.get() + "\".");
        }
        return Math.min(Long.parseLong(sent.get()), hardMaxrec);
    }

    private static void checkLanguage(Parameters parameters) {
        String language = parameters.single("LANG").orElse("ADQL").strip().toUpperCase(Locale.ROOT);
        boolean known = Stream.concat(Stream.of("ADQL"), VERSIONS.stream().map(version -> "ADQL-" + version))
                .anyMatch(language::equals);
        if (!known) {
            throw new Fault(
                    TapFault.UNKNOWN_LANGUAGE,
                    "Unknown query language: LANG is ADQL, ADQL-2.1 or ADQL-2.0, not \""
                            + parameters.single("LANG").orElse("") + "\".");
        }
    }

    private static void checkRunId(Parameters parameters) {
        if (parameters.single("RUNID").filter(id -> id.length() > LONGEST_RUNID).isPresent()) {
            throw new Fault(
                    RequestFault.BAD_PARAMETER, "RUNID may be " + LONGEST_RUNID + " characters long, and no longer.");
        }
    }
}
