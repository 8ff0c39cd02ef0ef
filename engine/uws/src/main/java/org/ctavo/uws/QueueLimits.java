package org.ctavo.uws;

import java.time.Duration;

import org.ctavo.spi.SettingValues;

/**
 * The limits a queue keeps, see {@link UwsSettings}.
 *
 * @param heartbeat how often a node says that it lives
 * @param nodeTimeout when a node is taken for dead
 * @param attempts how often a job is begun in all
 * @param activePerOwner most jobs of an owner that are queued or run
 * @param activeAnonymous most jobs of nobody's that are queued or run
 * @param active most jobs in all that are queued or run
 * @param keptPerOwner most jobs of an owner that are kept
 * @param keptAnonymous most jobs of nobody's that are kept
 */
public record QueueLimits(
        Duration heartbeat,
        Duration nodeTimeout,
        int attempts,
        int activePerOwner,
        int activeAnonymous,
        int active,
        int keptPerOwner,
        int keptAnonymous) {

    /** Checks that a late heartbeat does not look like a death. */
    public QueueLimits {
        if (heartbeat.isZero() || nodeTimeout.compareTo(heartbeat.multipliedBy(3)) < 0) {
            throw new IllegalArgumentException(UwsSettings.NODE_TIMEOUT.key() + " (" + nodeTimeout
                    + ") must be at least three times " + UwsSettings.HEARTBEAT.key() + " (" + heartbeat + ").");
        }
    }

    /** As the operator set them. */
    public static QueueLimits from(SettingValues settings) {
        return new QueueLimits(
                settings.value(UwsSettings.HEARTBEAT),
                settings.value(UwsSettings.NODE_TIMEOUT),
                settings.value(UwsSettings.ATTEMPTS),
                settings.value(UwsSettings.ACTIVE_PER_OWNER),
                settings.value(UwsSettings.ACTIVE_ANONYMOUS),
                settings.value(UwsSettings.ACTIVE),
                settings.value(UwsSettings.KEPT_PER_OWNER),
                settings.value(UwsSettings.KEPT_ANONYMOUS));
    }

    int activeOf(String owner) {
        return owner.isEmpty() ? activeAnonymous : activePerOwner;
    }

    int keptOf(String owner) {
        return owner.isEmpty() ? keptAnonymous : keptPerOwner;
    }
}
