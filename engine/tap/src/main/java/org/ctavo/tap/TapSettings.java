package org.ctavo.tap;

import java.time.Duration;
import java.util.List;

import org.ctavo.spi.Setting;

/** Settings of the TAP service. */
public final class TapSettings {
    /** Rows when nothing is asked for. */
    public static final Setting<Integer> MAXREC_DEFAULT = Setting.wholeNumber(
            "tap.maxrec-default",
            100_000,
            1,
            Integer.MAX_VALUE - 1,
            "How many rows a query returns at most when it does not say so by MAXREC.");

    /** Rows at most. */
    public static final Setting<Integer> MAXREC_HARD = Setting.wholeNumber(
            "tap.maxrec-hard",
            20_000_000,
            1,
            Integer.MAX_VALUE - 1,
            "How many rows a query returns at most, whatever its MAXREC.");

    /** Time of an asynchronous query. */
    public static final Setting<Duration> EXECUTION_DURATION = Setting.duration(
            "tap.execution-duration",
            "1h",
            "How long the SQL of an asynchronous query may run unless its job says otherwise. Synchronous queries have"
                    + " database.query.timeout.");

    /** Time of an asynchronous query, at most. */
    public static final Setting<Duration> EXECUTION_DURATION_HARD = Setting.duration(
            "tap.execution-duration-hard", "6h", "The longest time that a job may ask for to run its query.");

    /** When to answer though nothing is known. */
    public static final Setting<Duration> GRACE = Setting.duration(
            "tap.grace",
            "1s",
            "How long a synchronous query may run before its answer begins without knowing whether it will succeed."
                    + " From then on the client is seen to be there; a failure is told at the end of the document.");

    /** Patience with clients. */
    public static final Setting<Duration> WRITE_STALL = Setting.duration(
            "tap.write-stall",
            "60s",
            "How long a client may take to accept the next 64 kB of a result before its query is cancelled.");

    /** Publisher. */
    public static final Setting<String> PUBLISHER = Setting.text(
            "tap.origin.publisher", "", "Who publishes the data; written into every result. Empty: not said.");

    /** Contact. */
    public static final Setting<String> CONTACT = Setting.text(
            "tap.origin.contact",
            "",
            "Where users turn with questions, an e-mail or web address; written into every result. Empty: not said.");

    /** Citation. */
    public static final Setting<String> CITATION = Setting.text(
            "tap.origin.citation",
            "",
            "How to cite the data: a bibcode, DOI or web address; written into every result. Empty: not said.");

    /** Rights. */
    public static final Setting<String> RIGHTS_URI = Setting.text(
            "tap.origin.rights-uri",
            "",
            "The address of the licence of the data; written into every result. Empty: not said.");

    /** Identifier. */
    public static final Setting<String> IVOID = Setting.text(
            "tap.origin.ivoid",
            "",
            "The IVOA identifier of the service, such as ivo://example.org/tap; written into every result. Empty: not"
                    + " said.");

    private TapSettings() {}

    /** All of them, in the order of the sample. */
    public static List<Setting<?>> all() {
        return List.of(
                MAXREC_DEFAULT,
                MAXREC_HARD,
                EXECUTION_DURATION,
                EXECUTION_DURATION_HARD,
                GRACE,
                WRITE_STALL,
                PUBLISHER,
                CONTACT,
                CITATION,
                RIGHTS_URI,
                IVOID);
    }
}
