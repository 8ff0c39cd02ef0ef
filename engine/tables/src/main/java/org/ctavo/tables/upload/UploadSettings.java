package org.ctavo.tables.upload;

import java.time.Duration;
import java.util.List;

import org.ctavo.spi.Setting;

/** Settings of uploads and of formats that need temporary space. */
public final class UploadSettings {
    /** Bytes of one table. */
    public static final Setting<Long> MOST_BYTES = Setting.bytes(
            "upload.most-bytes", "256MiB", "How large one uploaded table may be, unpacked where it comes packed.");

    /** Tables of one query. */
    public static final Setting<Integer> MOST_TABLES =
            Setting.wholeNumber("upload.most-tables", 10, 0, 100, "How many tables one query may bring.");

    /** Time to fetch. */
    public static final Setting<Duration> FETCH_TIME = Setting.duration(
            "upload.fetch-time", "60s", "How long fetching a table that a query names by its address may take in all.");

    /** Private addresses. */
    public static final Setting<Boolean> PRIVATE_ADDRESSES = Setting.flag(
            "upload.private-addresses",
            false,
            "Whether tables may be fetched from addresses inside the operator's own network (loopback, private,"
                    + " link-local). Leave it off where strangers may ask queries: it would let them see what answers"
                    + " there.");

    /** Space for results. */
    public static final Setting<Long> SPOOL = Setting.bytes(
            "tap.spool-limit",
            "4GiB",
            "How much temporary disk space one result may take in the formats that need all rows before the first"
                    + " (FITS, Parquet, ECSV, text).");

    private UploadSettings() {}

    /** All of them, in the order of the sample. */
    public static List<Setting<?>> all() {
        return List.of(MOST_BYTES, MOST_TABLES, FETCH_TIME, PRIVATE_ADDRESSES, SPOOL);
    }
}
