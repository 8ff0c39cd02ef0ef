package org.ctavo.provenance.model;

import java.time.LocalDateTime;

/**
 * A thing: a dataset, a value, a collection (ProvenanceDM 1.0, section 2.2).
 *
 * @param id unique identifier, an IRI; {@code obs_publisher_did} for a published product
 * @param kind null for an entity of no special class
 * @param name for people
 * @param location a path, URL or place
 * @param generatedAtTime when it was generated, UTC
 * @param invalidatedAtTime when it ceased to be valid, UTC
 * @param comment for people
 * @param value of a value entity; null for any other kind
 * @param entityDescription identifier of its {@link Description.EntityDescription}
 */
public record Entity(
        String id,
        EntityKind kind,
        String name,
        String location,
        LocalDateTime generatedAtTime,
        LocalDateTime invalidatedAtTime,
        String comment,
        String value,
        String entityDescription)
        implements ProvRecord {

    /** An entity of which only the identifier is known. */
    public static Entity of(String id) {
        return new Entity(id, null, null, null, null, null, null, null, null);
    }

    /** A dataset with a name. */
    public static Entity dataset(String id, String name) {
        return new Entity(id, EntityKind.DATASET, name, null, null, null, null, null, null);
    }

    /** The same entity with a place. */
    public Entity at(String place) {
        return new Entity(id, kind, name, place, generatedAtTime, invalidatedAtTime, comment, value, entityDescription);
    }

    /** The same entity with the time of its generation. */
    public Entity generated(LocalDateTime time) {
        return new Entity(id, kind, name, location, time, invalidatedAtTime, comment, value, entityDescription);
    }

    /** The same entity with a comment. */
    public Entity commented(String text) {
        return new Entity(id, kind, name, location, generatedAtTime, invalidatedAtTime, text, value, entityDescription);
    }

    /** The same entity with a description. */
    public Entity described(String description) {
        return new Entity(id, kind, name, location, generatedAtTime, invalidatedAtTime, comment, value, description);
    }
}
