package org.ctavo.uws.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.RequestFault;
import org.ctavo.spi.XmlEscapes;
import org.ctavo.uws.Phase;

/** The parameters that speak of the job and not to it. Every reader throws a fault for a value that makes no sense. */
final class Controls {
    private static final Set<String> NAMES = Set.of("PHASE", "RUNID", "EXECUTIONDURATION", "DESTRUCTION", "ACTION");
    private static final int RUN_ID_LENGTH = 64;
    private static final int MOST_PARAMETERS = 1000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final Parameters parameters;

    Controls(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Everything else: what the job itself is to know. */
    Parameters others() {
        List<Parameters.Entry> entries = parameters.entries().stream()
                .filter(entry -> !NAMES.contains(entry.name().toUpperCase(Locale.ROOT)))
                .toList();
        long characters = entries.stream()
                .mapToLong(entry -> (long) entry.name().length() + entry.value().length())
                .sum();
        if (entries.size() > MOST_PARAMETERS || characters > MOST_CHARACTERS) {
            throw new Fault(
                    RequestFault.BODY_TOO_LARGE,
                    "A job takes at most " + MOST_PARAMETERS + " parameters of " + MOST_CHARACTERS
                            + " characters together; send long input as a file.");
        }
        entries.forEach(Controls::checkText);
        return new Parameters(entries);
    }

    private static void checkText(Parameters.Entry entry) {
        if (!isXmlText(entry.name()) || !isXmlText(entry.value())) {
            throw new Fault(
                    RequestFault.BAD_PARAMETER,
                    "A parameter holds a control character, which no job document can show; remove it.");
        }
    }

    private static boolean isXmlText(String text) {
        return text.codePoints().allMatch(XmlEscapes::isLegal);
    }

    /** What the job is told to do; in upper case. */
    Optional<String> phase() {
        return parameters.single("PHASE").map(text -> text.toUpperCase(Locale.ROOT));
    }

    /** Whether a new job is to run at once. */
    boolean run() {
        Optional<String> phase = phase();
        if (phase.isPresent() && !phase.get().equals("RUN")) {
            throw bad("PHASE", "a new job can only be told to RUN");
        }
        return phase.isPresent();
    }

    /** What is to be done to the job; in upper case. */
    Optional<String> action() {
        return parameters.single("ACTION").map(text -> text.toUpperCase(Locale.ROOT));
    }

    Optional<String> runId() {
        Optional<String> runId = parameters.single("RUNID");
        if (runId.isPresent() && (runId.get().length() > RUN_ID_LENGTH || !isXmlText(runId.get()))) {
            throw bad("RUNID", "it has at most " + RUN_ID_LENGTH + " characters, none of them a control character");
        }
        return runId;
    }

    /** Zero stands for as long as it likes. */
    Optional<Duration> executionDuration() {
        return parameters.single("EXECUTIONDURATION").map(text -> {
            long seconds = number("EXECUTIONDURATION", text, "it is a whole number of seconds, 0 for no limit");
            if (seconds < 0) {
                throw bad("EXECUTIONDURATION", "it cannot be negative");
            }
            return Duration.ofSeconds(seconds);
        });
    }

    Optional<Instant> destruction() {
        return parameters.single("DESTRUCTION").map(text -> {
            Instant time = UwsTime.parse("DESTRUCTION", text);
            if (time.isBefore(Instant.now())) {
                throw bad("DESTRUCTION", "it lies in the past; delete the job if you no longer need it");
            }
            return time;
        });
    }

    /** How long to block; negative for as long as possible; empty for not at all. */
    Optional<Duration> waiting() {
        return parameters.single("WAIT").map(text -> {
            long seconds = number("WAIT", text, "it is a whole number of seconds, -1 for as long as possible");
            return Duration.ofSeconds(seconds);
        });
    }

    /** Phases asked for. */
    List<Phase> phases() {
        return parameters.all("PHASE").stream()
                .filter(text -> !text.isEmpty())
                .map(Controls::phase)
                .toList();
    }

    private static Phase phase(String text) {
        try {
            return Phase.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Fault(
                    RequestFault.BAD_PARAMETER,
                    "Parameter PHASE is not a phase; the phases are " + List.of(Phase.values()) + ".",
                    e);
        }
    }

    Optional<Instant> after() {
        return parameters.single("AFTER").map(text -> UwsTime.parse("AFTER", text));
    }

    Optional<Integer> last() {
        return parameters.single("LAST").map(text -> {
            long count = number("LAST", text, "it is a whole number");
            if (count < 1) {
                throw bad("LAST", "it is at least 1");
            }
            return (int) Math.min(count, Integer.MAX_VALUE);
        });
    }

    private static long number(String name, String text, String rule) {
        try {
            return Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Long.parseLong(text.strip())));
        } catch (NumberFormatException e) {
            throw bad(name, rule);
        }
    }

    static Fault bad(String name, String rule) {
        return new Fault(RequestFault.BAD_PARAMETER, "Parameter " + name + " cannot be used: " + rule + ".");
    }
}
