package org.ctavo.tap.async;

import java.time.Duration;
import java.util.List;

import org.ctavo.spi.Setting;

/** Settings of asynchronous queries. */
public final class AsyncSettings {

    /** How many run at once. */
    public static final Setting<Integer> SLOTS = Setting.wholeNumber(
            "tap.async-slots",
            4,
            0,
            1000,
            "How many asynchronous queries a node runs at once, each with a connection of its own; fewer than"
                    + " database.query.connections, so that synchronous ones find one too. 0: this node runs none.");

    /** How long jobs are kept. */
    public static final Setting<Duration> RETENTION = Setting.duration(
            "tap.retention",
            "7d",
            "How long an asynchronous query and its result are kept unless the job says otherwise.");

    /** How long jobs are kept, at most. */
    public static final Setting<Duration> RETENTION_HARD = Setting.duration(
            "tap.retention-hard", "30d", "The longest time that an asynchronous query and its result can be kept.");

    /** All of them, in the order of the annotated sample. */
    public static final List<Setting<?>> ALL = List.of(SLOTS, RETENTION, RETENTION_HARD);

    private AsyncSettings() {}
}
