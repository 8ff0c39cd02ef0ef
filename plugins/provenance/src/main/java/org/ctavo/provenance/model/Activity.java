package org.ctavo.provenance.model;

import java.time.LocalDateTime;

/**
 * Something that happened over a time, and used or generated entities (ProvenanceDM 1.0, section 2.3).
 *
 * @param id unique identifier, an IRI
 * @param name for people
 * @param startTime UTC
 * @param endTime UTC, not before the start
 * @param comment for people
 * @param activityDescription identifier of its {@link Description.ActivityDescription}
 */
public record Activity(
        String id,
        String name,
        LocalDateTime startTime,
        LocalDateTime endTime,
        String comment,
        String activityDescription)
        implements ProvRecord {

    /** An activity of which only the identifier is known. */
    public static Activity of(String id) {
        return new Activity(id, null, null, null, null, null);
    }
}
