package org.ctavo.provenance.model;

import java.time.LocalDateTime;

/** A relation between two things, named by their identifiers (ProvenanceDM 1.0, sections 2.2 to 2.4). */
public sealed interface Relation extends ProvRecord {

    /** Whether it makes a thing come from, be informed by or hold itself, as nothing can. */
    default boolean isLoop() {
        return (this instanceof WasDerivedFrom d && d.generatedEntity.equals(d.usedEntity))
                || (this instanceof WasInformedBy i && i.informed.equals(i.informant))
                || (this instanceof HadMember m && m.collection.equals(m.entity));
    }

    /**
     * An activity used an entity.
     *
     * @param activity identifier
     * @param entity identifier
     * @param role what the entity was to the activity
     * @param time when the use began, UTC, within the activity
     * @param usageDescription identifier of its description
     */
    record Used(String activity, String entity, String role, LocalDateTime time, String usageDescription)
            implements Relation {}

    /**
     * An activity generated an entity; an entity has one generation at most.
     *
     * @param entity identifier
     * @param activity identifier
     * @param role what the entity was to the activity
     * @param generationDescription identifier of its description
     */
    record WasGeneratedBy(String entity, String activity, String role, String generationDescription)
            implements Relation {}

    /**
     * An entity comes from another.
     *
     * @param generatedEntity identifier of the descendant
     * @param usedEntity identifier of the progenitor
     */
    record WasDerivedFrom(String generatedEntity, String usedEntity) implements Relation {}

    /**
     * An activity got something from another.
     *
     * @param informed identifier of the later activity
     * @param informant identifier of the earlier activity
     */
    record WasInformedBy(String informed, String informant) implements Relation {}

    /**
     * An agent had a part in an activity.
     *
     * @param activity identifier
     * @param agent identifier
     * @param role such as Operator, Observer
     */
    record WasAssociatedWith(String activity, String agent, String role) implements Relation {}

    /**
     * An agent answers for an entity.
     *
     * @param entity identifier
     * @param agent identifier
     * @param role such as Creator, Publisher
     */
    record WasAttributedTo(String entity, String agent, String role) implements Relation {}

    /**
     * An entity belongs to a collection.
     *
     * @param collection identifier
     * @param entity identifier of the member
     */
    record HadMember(String collection, String entity) implements Relation {}

    /**
     * A parameter or a file configured an activity.
     *
     * @param activity identifier
     * @param artefactType which of the two
     * @param artefact identifier of the {@link Configuration}
     */
    record WasConfiguredBy(String activity, ArtefactType artefactType, String artefact) implements Relation {}
}
