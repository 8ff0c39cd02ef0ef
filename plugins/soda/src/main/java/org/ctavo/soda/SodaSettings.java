package org.ctavo.soda;

import java.time.Duration;
import java.util.List;

import org.ctavo.spi.Setting;

/** Settings of cut-outs. */
public final class SodaSettings {

    /** How many synchronous ones at once. */
    public static final Setting<Integer> AT_ONCE = Setting.wholeNumber(
            "soda.sync-cutouts",
            32,
            1,
            10_000,
            "How many event lists are looked through at once for synchronous cut-outs; further requests wait some"
                    + " seconds and are then asked to come back.");

    /** How many a job may ask for. */
    public static final Setting<Integer> MOST = Setting.wholeNumber(
            "soda.async-cutouts",
            500,
            1,
            100_000,
            "How many cut-outs one asynchronous job may make: one for each combination of the values it sends.");

    /** How many jobs at once. */
    public static final Setting<Integer> SLOTS = Setting.wholeNumber(
            "soda.async-slots", 2, 0, 1000, "How many jobs of cut-outs a node runs at once. 0: this node runs none.");

    /** How long a job may take. */
    public static final Setting<Duration> DURATION =
            Setting.duration("soda.execution-duration", "1h", "How long a job of cut-outs may take.");

    /** How long jobs are kept. */
    public static final Setting<Duration> RETENTION = Setting.duration(
            "soda.retention", "7d", "How long a job of cut-outs and its results are kept, at most and by default.");

    /** Whether provenance is told. */
    public static final Setting<Boolean> PROVENANCE = Setting.flag(
            "soda.provenance",
            true,
            "Whether cut-outs that jobs make are recorded in the archive's provenance: from which data product and"
                    + " files, with which parameters and when, and whether the caller had logged in, but not who it"
                    + " was.");

    /** All of them, in the order of the annotated sample. */
    public static final List<Setting<?>> ALL = List.of(AT_ONCE, MOST, SLOTS, DURATION, RETENTION, PROVENANCE);

    private SodaSettings() {}
}
