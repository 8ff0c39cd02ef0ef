package org.ctavo.uws.rest;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import org.ctavo.spi.SettingValues;
import org.ctavo.uws.UwsSettings;

/** What all lists of jobs of a node share: how many requests may block, how long, and who sees lists. Thread-safe. */
public final class RestLimits {
    private final Duration wait;
    private final Semaphore waiters;
    private final boolean listAnonymous;

    /**
     * The limits of a node.
     *
     * @param wait the longest a request blocks
     * @param waiters the most requests that block at once
     * @param listAnonymous whether anonymous callers see a list of anonymous jobs
     */
    public RestLimits(Duration wait, int waiters, boolean listAnonymous) {
        this.wait = wait;
        this.waiters = new Semaphore(waiters);
        this.listAnonymous = listAnonymous;
    }

    /** As the operator set them. */
    public static RestLimits from(SettingValues settings) {
        return new RestLimits(
                settings.value(UwsSettings.WAIT),
                settings.value(UwsSettings.WAITERS),
                settings.value(UwsSettings.LIST_ANONYMOUS));
    }

    Duration wait(Duration wanted) {
        return wanted.isNegative() || wanted.compareTo(wait) > 0 ? wait : wanted;
    }

    boolean enter() {
        return waiters.tryAcquire();
    }

    void leave() {
        waiters.release();
    }

    boolean listsAnonymous() {
        return listAnonymous;
    }
}
