package org.ctavo.provenance.model;

import java.util.List;

import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Description.ConfigFileDescription;
import org.ctavo.provenance.model.Description.EntityDescription;
import org.ctavo.provenance.model.Description.GeneratedEntityDescription;
import org.ctavo.provenance.model.Description.GenerationDescription;
import org.ctavo.provenance.model.Description.ParameterDescription;
import org.ctavo.provenance.model.Description.UsageDescription;
import org.ctavo.provenance.model.Description.UsedEntityDescription;

import static org.ctavo.provenance.model.Attribute.Part.KEY;
import static org.ctavo.provenance.model.Attribute.Part.OPTIONAL;
import static org.ctavo.provenance.model.Attribute.Part.REQUIRED;

/** The shapes of the descriptions. */
public final class DescriptionShapes {
    private static final String ACTIVITYDESCRIPTION = "activitydescription";
    private static final String ACTIVITYDESCRIPTION_ID = "activitydescription_id";
    private static final String ENTITYDESCRIPTION_ID = "entitydescription_id";

    private DescriptionShapes() {}

    public static final Shape<EntityDescription> ENTITY_DESCRIPTION = new Shape<>(
            "EntityDescription",
            EntityDescription.class,
            List.of(
                    Attribute.id(EntityDescription::id),
                    Attribute.text("classtype", OPTIONAL, e -> Shapes.word(e.kind())),
                    Attribute.text("name", REQUIRED, EntityDescription::name),
                    Attribute.text("description", OPTIONAL, EntityDescription::description),
                    Attribute.text("docurl", OPTIONAL, EntityDescription::docurl),
                    Attribute.text("type", OPTIONAL, EntityDescription::type),
                    Attribute.text("contentType", "contenttype", OPTIONAL, EntityDescription::contentType),
                    Attribute.text("valueType", "valuetype", OPTIONAL, EntityDescription::valueType),
                    Attribute.text("unit", OPTIONAL, EntityDescription::unit),
                    Attribute.text("ucd", OPTIONAL, EntityDescription::ucd),
                    Attribute.text("utype", OPTIONAL, EntityDescription::utype)),
            r -> new EntityDescription(
                    r.text("id"),
                    EntityKind.of(r.text("classtype")),
                    r.text("name"),
                    r.text("description"),
                    r.text("docurl"),
                    r.text("type"),
                    r.text("contenttype"),
                    r.text("valuetype"),
                    r.text("unit"),
                    r.text("ucd"),
                    r.text("utype")));

    public static final Shape<ActivityDescription> ACTIVITY_DESCRIPTION = new Shape<>(
            "ActivityDescription",
            ActivityDescription.class,
            List.of(
                    Attribute.id(ActivityDescription::id),
                    Attribute.text("name", REQUIRED, ActivityDescription::name),
                    Attribute.text("version", OPTIONAL, ActivityDescription::version),
                    Attribute.text("description", OPTIONAL, ActivityDescription::description),
                    Attribute.text("docurl", OPTIONAL, ActivityDescription::docurl),
                    Attribute.text("type", OPTIONAL, ActivityDescription::type),
                    Attribute.text("subtype", OPTIONAL, ActivityDescription::subtype)),
            r -> new ActivityDescription(
                    r.text("id"),
                    r.text("name"),
                    r.text("version"),
                    r.text("description"),
                    r.text("docurl"),
                    r.text("type"),
                    r.text("subtype")));

    public static final Shape<UsageDescription> USAGE_DESCRIPTION = new Shape<>(
            "UsageDescription",
            UsageDescription.class,
            List.of(
                    Attribute.id(UsageDescription::id),
                    Attribute.reference(
                            "activityDescription",
                            ACTIVITYDESCRIPTION_ID,
                            OPTIONAL,
                            ACTIVITYDESCRIPTION,
                            UsageDescription::activityDescription),
                    Attribute.text("role", REQUIRED, UsageDescription::role),
                    Attribute.text("description", OPTIONAL, UsageDescription::description),
                    Attribute.text("type", OPTIONAL, UsageDescription::type),
                    Attribute.text("multiplicity", OPTIONAL, UsageDescription::multiplicity)),
            r -> new UsageDescription(
                    r.text("id"),
                    r.text(ACTIVITYDESCRIPTION_ID),
                    r.text("role"),
                    r.text("description"),
                    r.text("type"),
                    r.text("multiplicity")));

    public static final Shape<GenerationDescription> GENERATION_DESCRIPTION = new Shape<>(
            "GenerationDescription",
            GenerationDescription.class,
            List.of(
                    Attribute.id(GenerationDescription::id),
                    Attribute.reference(
                            "activityDescription",
                            ACTIVITYDESCRIPTION_ID,
                            OPTIONAL,
                            ACTIVITYDESCRIPTION,
                            GenerationDescription::activityDescription),
                    Attribute.text("role", REQUIRED, GenerationDescription::role),
                    Attribute.text("description", OPTIONAL, GenerationDescription::description),
                    Attribute.text("type", OPTIONAL, GenerationDescription::type),
                    Attribute.text("multiplicity", OPTIONAL, GenerationDescription::multiplicity)),
            r -> new GenerationDescription(
                    r.text("id"),
                    r.text(ACTIVITYDESCRIPTION_ID),
                    r.text("role"),
                    r.text("description"),
                    r.text("type"),
                    r.text("multiplicity")));

    public static final Shape<UsedEntityDescription> USED_ENTITY_DESCRIPTION = new Shape<>(
            "UsageDescription_EntityDescription",
            UsedEntityDescription.class,
            List.of(
                    Attribute.reference(
                            "usageDescription",
                            "usagedescription_id",
                            KEY,
                            "usagedescription",
                            UsedEntityDescription::usageDescription),
                    Attribute.reference(
                            "entityDescription",
                            ENTITYDESCRIPTION_ID,
                            KEY,
                            "entitydescription",
                            UsedEntityDescription::entityDescription)),
            r -> new UsedEntityDescription(r.text("usagedescription_id"), r.text(ENTITYDESCRIPTION_ID)));

    public static final Shape<GeneratedEntityDescription> GENERATED_ENTITY_DESCRIPTION = new Shape<>(
            "GenerationDescription_EntityDescription",
            GeneratedEntityDescription.class,
            List.of(
                    Attribute.reference(
                            "generationDescription",
                            "generationdescription_id",
                            KEY,
                            "generationdescription",
                            GeneratedEntityDescription::generationDescription),
                    Attribute.reference(
                            "entityDescription",
                            ENTITYDESCRIPTION_ID,
                            KEY,
                            "entitydescription",
                            GeneratedEntityDescription::entityDescription)),
            r -> new GeneratedEntityDescription(r.text("generationdescription_id"), r.text(ENTITYDESCRIPTION_ID)));

    public static final Shape<ParameterDescription> PARAMETER_DESCRIPTION = new Shape<>(
            "ParameterDescription",
            ParameterDescription.class,
            List.of(
                    Attribute.id(ParameterDescription::id),
                    Attribute.reference(
                            "activityDescription",
                            ACTIVITYDESCRIPTION_ID,
                            OPTIONAL,
                            ACTIVITYDESCRIPTION,
                            ParameterDescription::activityDescription),
                    Attribute.text("name", REQUIRED, ParameterDescription::name),
                    Attribute.text("valueType", "valuetype", REQUIRED, ParameterDescription::valueType),
                    Attribute.text("description", OPTIONAL, ParameterDescription::description),
                    Attribute.text("unit", OPTIONAL, ParameterDescription::unit),
                    Attribute.text("ucd", OPTIONAL, ParameterDescription::ucd),
                    Attribute.text("utype", OPTIONAL, ParameterDescription::utype),
                    Attribute.text("min", "min_value", OPTIONAL, ParameterDescription::min),
                    Attribute.text("max", "max_value", OPTIONAL, ParameterDescription::max),
                    Attribute.text("default", "default_value", OPTIONAL, ParameterDescription::defaultValue),
                    Attribute.text("options", OPTIONAL, p -> Options.text(p.options()))),
            r -> new ParameterDescription(
                    r.text("id"),
                    r.text(ACTIVITYDESCRIPTION_ID),
                    r.text("name"),
                    r.text("valuetype"),
                    r.text("description"),
                    r.text("unit"),
                    r.text("ucd"),
                    r.text("utype"),
                    r.text("min_value"),
                    r.text("max_value"),
                    r.text("default_value"),
                    Options.of(r.text("options"))));

    public static final Shape<ConfigFileDescription> CONFIG_FILE_DESCRIPTION = new Shape<>(
            "ConfigFileDescription",
            ConfigFileDescription.class,
            List.of(
                    Attribute.id(ConfigFileDescription::id),
                    Attribute.reference(
                            "activityDescription",
                            ACTIVITYDESCRIPTION_ID,
                            OPTIONAL,
                            ACTIVITYDESCRIPTION,
                            ConfigFileDescription::activityDescription),
                    Attribute.text("name", REQUIRED, ConfigFileDescription::name),
                    Attribute.text("contentType", "contenttype", REQUIRED, ConfigFileDescription::contentType),
                    Attribute.text("description", OPTIONAL, ConfigFileDescription::description)),
            r -> new ConfigFileDescription(
                    r.text("id"),
                    r.text(ACTIVITYDESCRIPTION_ID),
                    r.text("name"),
                    r.text("contenttype"),
                    r.text("description")));
}
