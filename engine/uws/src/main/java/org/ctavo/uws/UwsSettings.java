package org.ctavo.uws;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.ctavo.spi.Setting;

/** The settings of the job machinery, whatever the kinds of jobs. */
public final class UwsSettings {

    /** Where results and uploads lie. */
    public static final Setting<List<Path>> DIRECTORY = Setting.paths(
            "jobs.directory",
            "jobs",
            "One directory for the results of jobs and the files sent with them. All nodes of a service must see the"
                    + " same.");

    /** What results leave free. */
    public static final Setting<Long> RESERVE = Setting.bytes(
            "jobs.reserve",
            "1GiB",
            "How much of the disk that holds jobs.directory the results of jobs leave free. Jobs that need more end in"
                    + " an error.");

    /** How often a node says that it lives. */
    public static final Setting<Duration> HEARTBEAT = Setting.duration(
            "jobs.heartbeat", "5s", "How often a node tells the database that it lives, and looks for work it missed.");

    /** When a node is taken for dead. */
    public static final Setting<Duration> NODE_TIMEOUT = Setting.duration(
            "jobs.node-timeout",
            "30s",
            "A node that has not told for so long that it lives is taken for dead and its jobs are run by others; at"
                    + " least three heartbeats.");

    /** How often a job is begun. */
    public static final Setting<Integer> ATTEMPTS = Setting.wholeNumber(
            "jobs.attempts", 3, 1, 100, "How often a job is begun in all when the nodes that run it die.");

    /** The most jobs of one owner that are queued or run. */
    public static final Setting<Integer> ACTIVE_PER_OWNER = Setting.wholeNumber(
            "jobs.active-per-owner", 100, 1, 1_000_000, "The most jobs of one owner that are queued or running.");

    /** The most jobs of anonymous callers that are queued or run. */
    public static final Setting<Integer> ACTIVE_ANONYMOUS = Setting.wholeNumber(
            "jobs.active-anonymous",
            500,
            0,
            1_000_000,
            "The most jobs of all anonymous callers together that are queued or running.");

    /** The most jobs that are queued or run. */
    public static final Setting<Integer> ACTIVE =
            Setting.wholeNumber("jobs.active", 2000, 1, 1_000_000, "The most jobs in all that are queued or running.");

    /** The most jobs of one owner that are kept. */
    public static final Setting<Integer> KEPT_PER_OWNER = Setting.wholeNumber(
            "jobs.kept-per-owner",
            10_000,
            1,
            10_000_000,
            "The most jobs of one owner that are kept, in whatever phase; the excess of a few seconds is tolerated.");

    /** The most jobs of anonymous callers that are kept. */
    public static final Setting<Integer> KEPT_ANONYMOUS = Setting.wholeNumber(
            "jobs.kept-anonymous",
            100_000,
            0,
            10_000_000,
            "The most jobs of all anonymous callers together that are kept, in whatever phase.");

    /** Whether anonymous callers see a list. */
    public static final Setting<Boolean> LIST_ANONYMOUS = Setting.flag(
            "jobs.list-anonymous",
            true,
            "Whether the list of jobs shows anonymous callers all jobs created anonymously. Without it the list is"
                    + " empty for them, and only those who know a job's address see it.");

    /** The longest blocking request. */
    public static final Setting<Duration> WAIT = Setting.duration(
            "jobs.wait",
            "50s",
            "The longest that a request with WAIT blocks; less than the time-out of any proxy in between.");

    /** The most blocking requests at once. */
    public static final Setting<Integer> WAITERS = Setting.wholeNumber(
            "jobs.waiters",
            1000,
            0,
            1_000_000,
            "The most requests with WAIT that block at once on a node; more are answered without waiting.");

    /** How long running jobs get at shutdown. */
    public static final Setting<Duration> GRACE = Setting.duration(
            "jobs.grace",
            "20s",
            "How long running jobs may go on when the service is shut down; the others go back to the queue.");

    /** All of them, in the order of the annotated sample. */
    public static final List<Setting<?>> ALL = List.of(
            DIRECTORY,
            RESERVE,
            HEARTBEAT,
            NODE_TIMEOUT,
            ATTEMPTS,
            ACTIVE_PER_OWNER,
            ACTIVE_ANONYMOUS,
            ACTIVE,
            KEPT_PER_OWNER,
            KEPT_ANONYMOUS,
            LIST_ANONYMOUS,
            WAIT,
            WAITERS,
            GRACE);

    private UwsSettings() {}
}
