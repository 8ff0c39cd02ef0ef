package org.ctavo.provenance.model;

import java.util.List;
import java.util.Optional;

import org.ctavo.provenance.model.Relation.HadMember;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasAttributedTo;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasDerivedFrom;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.model.Relation.WasInformedBy;

import static org.ctavo.provenance.model.Attribute.Part.KEY;
import static org.ctavo.provenance.model.Attribute.Part.OPTIONAL;
import static org.ctavo.provenance.model.Attribute.Part.OPTIONAL_KEY;
import static org.ctavo.provenance.model.Attribute.Part.REQUIRED;

/** The shapes of the relations. */
public final class RelationShapes {
    private static final String ENTITY_ID = "entity_id";
    private static final String ACTIVITY_ID = "activity_id";
    private static final String AGENT_ID = "agent_id";

    private RelationShapes() {}

    public static final Shape<Used> USED = new Shape<>(
            "Used",
            Used.class,
            List.of(
                    Attribute.reference("activity", ACTIVITY_ID, KEY, "activity", Used::activity),
                    Attribute.reference("entity", ENTITY_ID, KEY, "entity", Used::entity),
                    Attribute.text("role", OPTIONAL_KEY, Used::role),
                    new Attribute<>("time", "usage_time", true, OPTIONAL_KEY, Optional.empty(), Used::time),
                    Attribute.reference(
                            "usageDescription",
                            "usagedescription_id",
                            OPTIONAL,
                            "usagedescription",
                            Used::usageDescription)),
            r -> new Used(
                    r.text(ACTIVITY_ID),
                    r.text(ENTITY_ID),
                    r.text("role"),
                    r.time("usage_time"),
                    r.text("usagedescription_id")));

    public static final Shape<WasGeneratedBy> WAS_GENERATED_BY = new Shape<>(
            "WasGeneratedBy",
            WasGeneratedBy.class,
            List.of(
                    Attribute.reference("entity", ENTITY_ID, KEY, "entity", WasGeneratedBy::entity),
                    Attribute.reference("activity", ACTIVITY_ID, REQUIRED, "activity", WasGeneratedBy::activity),
                    Attribute.text("role", OPTIONAL, WasGeneratedBy::role),
                    Attribute.reference(
                            "generationDescription",
                            "generationdescription_id",
                            OPTIONAL,
                            "generationdescription",
                            WasGeneratedBy::generationDescription)),
            r -> new WasGeneratedBy(
                    r.text(ENTITY_ID), r.text(ACTIVITY_ID), r.text("role"), r.text("generationdescription_id")));

    public static final Shape<WasDerivedFrom> WAS_DERIVED_FROM = new Shape<>(
            "WasDerivedFrom",
            WasDerivedFrom.class,
            List.of(
                    Attribute.reference(
                            "generatedEntity", "generatedentity_id", KEY, "entity", WasDerivedFrom::generatedEntity),
                    Attribute.reference("usedEntity", "usedentity_id", KEY, "entity", WasDerivedFrom::usedEntity)),
            r -> new WasDerivedFrom(r.text("generatedentity_id"), r.text("usedentity_id")));

    public static final Shape<WasInformedBy> WAS_INFORMED_BY = new Shape<>(
            "WasInformedBy",
            WasInformedBy.class,
            List.of(
                    Attribute.reference("informed", "informed_id", KEY, "activity", WasInformedBy::informed),
                    Attribute.reference("informant", "informant_id", KEY, "activity", WasInformedBy::informant)),
            r -> new WasInformedBy(r.text("informed_id"), r.text("informant_id")));

    public static final Shape<WasAssociatedWith> WAS_ASSOCIATED_WITH = new Shape<>(
            "WasAssociatedWith",
            WasAssociatedWith.class,
            List.of(
                    Attribute.reference("activity", ACTIVITY_ID, KEY, "activity", WasAssociatedWith::activity),
                    Attribute.reference("agent", AGENT_ID, KEY, "agent", WasAssociatedWith::agent),
                    Attribute.text("role", OPTIONAL_KEY, WasAssociatedWith::role)),
            r -> new WasAssociatedWith(r.text(ACTIVITY_ID), r.text(AGENT_ID), r.text("role")));

    public static final Shape<WasAttributedTo> WAS_ATTRIBUTED_TO = new Shape<>(
            "WasAttributedTo",
            WasAttributedTo.class,
            List.of(
                    Attribute.reference("entity", ENTITY_ID, KEY, "entity", WasAttributedTo::entity),
                    Attribute.reference("agent", AGENT_ID, KEY, "agent", WasAttributedTo::agent),
                    Attribute.text("role", OPTIONAL_KEY, WasAttributedTo::role)),
            r -> new WasAttributedTo(r.text(ENTITY_ID), r.text(AGENT_ID), r.text("role")));

    public static final Shape<HadMember> HAD_MEMBER = new Shape<>(
            "HadMember",
            HadMember.class,
            List.of(
                    Attribute.reference("collection", "collection_id", KEY, "entity", HadMember::collection),
                    Attribute.reference("entity", ENTITY_ID, KEY, "entity", HadMember::entity)),
            r -> new HadMember(r.text("collection_id"), r.text(ENTITY_ID)));

    public static final Shape<WasConfiguredBy> WAS_CONFIGURED_BY = new Shape<>(
            "WasConfiguredBy",
            WasConfiguredBy.class,
            List.of(
                    Attribute.reference("activity", ACTIVITY_ID, KEY, "activity", WasConfiguredBy::activity),
                    Attribute.text(
                            "artefactType",
                            "artefacttype",
                            REQUIRED,
                            c -> c.artefactType() == null
                                    ? null
                                    : c.artefactType().literal()),
                    Attribute.reference(
                            "parameter",
                            "parameter_id",
                            OPTIONAL_KEY,
                            "parameter",
                            c -> c.artefactType() == ArtefactType.PARAMETER ? c.artefact() : null),
                    Attribute.reference(
                            "configFile",
                            "configfile_id",
                            OPTIONAL_KEY,
                            "configfile",
                            c -> c.artefactType() == ArtefactType.CONFIG_FILE ? c.artefact() : null)),
            r -> new WasConfiguredBy(
                    r.text(ACTIVITY_ID),
                    ArtefactType.of(r.text("artefacttype")),
                    r.text("parameter_id") == null ? r.text("configfile_id") : r.text("parameter_id")));
}
