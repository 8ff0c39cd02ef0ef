package org.ctavo.provenance.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ctavo.provenance.model.Configuration.ConfigFile;
import org.ctavo.provenance.model.Configuration.Parameter;

import static org.ctavo.provenance.model.Attribute.Part.OPTIONAL;
import static org.ctavo.provenance.model.Attribute.Part.REQUIRED;

/**
 * The shapes of all classes. Columns are called as in the model but where ADQL reserves the word (value, time, min,
 * max, default) and where a reference needs the {@code _id} that says so.
 */
public final class Shapes {
    private static final String ACTIVITYDESCRIPTION = "activitydescription";
    private static final String ACTIVITYDESCRIPTION_ID = "activitydescription_id";
    private static final String ENTITYDESCRIPTION_ID = "entitydescription_id";

    private Shapes() {}

    public static final Shape<Agent> AGENT = new Shape<>(
            "Agent",
            Agent.class,
            List.of(
                    Attribute.id(Agent::id),
                    Attribute.text("name", OPTIONAL, Agent::name),
                    Attribute.text(
                            "type",
                            OPTIONAL,
                            a -> a.type() == null ? null : a.type().literal()),
                    Attribute.text("comment", OPTIONAL, Agent::comment),
                    Attribute.text("email", OPTIONAL, Agent::email),
                    Attribute.text("affiliation", OPTIONAL, Agent::affiliation),
                    Attribute.text("phone", OPTIONAL, Agent::phone),
                    Attribute.text("address", OPTIONAL, Agent::address),
                    Attribute.text("url", OPTIONAL, Agent::url)),
            r -> new Agent(
                    r.text("id"),
                    r.text("name"),
                    AgentType.of(r.text("type")),
                    r.text("comment"),
                    r.text("email"),
                    r.text("affiliation"),
                    r.text("phone"),
                    r.text("address"),
                    r.text("url")));

    public static final Shape<Entity> ENTITY = new Shape<>(
            "Entity",
            Entity.class,
            List.of(
                    Attribute.id(Entity::id),
                    Attribute.text("classtype", OPTIONAL, e -> word(e.kind())),
                    Attribute.text("name", OPTIONAL, Entity::name),
                    Attribute.text("location", OPTIONAL, Entity::location),
                    Attribute.time("generatedAtTime", "generatedattime", Entity::generatedAtTime),
                    Attribute.time("invalidatedAtTime", "invalidatedattime", Entity::invalidatedAtTime),
                    Attribute.text("comment", OPTIONAL, Entity::comment),
                    Attribute.text("value", "entity_value", OPTIONAL, Entity::value),
                    Attribute.reference(
                            "entityDescription",
                            ENTITYDESCRIPTION_ID,
                            OPTIONAL,
                            "entitydescription",
                            Entity::entityDescription)),
            r -> new Entity(
                    r.text("id"),
                    EntityKind.of(r.text("classtype")),
                    r.text("name"),
                    r.text("location"),
                    r.time("generatedattime"),
                    r.time("invalidatedattime"),
                    r.text("comment"),
                    r.text("entity_value"),
                    r.text(ENTITYDESCRIPTION_ID)));

    public static final Shape<Activity> ACTIVITY = new Shape<>(
            "Activity",
            Activity.class,
            List.of(
                    Attribute.id(Activity::id),
                    Attribute.text("name", OPTIONAL, Activity::name),
                    Attribute.time("startTime", "starttime", Activity::startTime),
                    Attribute.time("endTime", "endtime", Activity::endTime),
                    Attribute.text("comment", OPTIONAL, Activity::comment),
                    Attribute.reference(
                            "activityDescription",
                            ACTIVITYDESCRIPTION_ID,
                            OPTIONAL,
                            ACTIVITYDESCRIPTION,
                            Activity::activityDescription)),
            r -> new Activity(
                    r.text("id"),
                    r.text("name"),
                    r.time("starttime"),
                    r.time("endtime"),
                    r.text("comment"),
                    r.text(ACTIVITYDESCRIPTION_ID)));

    public static final Shape<Parameter> PARAMETER = new Shape<>(
            "Parameter",
            Parameter.class,
            List.of(
                    Attribute.id(Parameter::id),
                    Attribute.text("name", REQUIRED, Parameter::name),
                    Attribute.text("value", "param_value", REQUIRED, Parameter::value),
                    Attribute.reference(
                            "parameterDescription",
                            "parameterdescription_id",
                            OPTIONAL,
                            "parameterdescription",
                            Parameter::parameterDescription),
                    Attribute.reference("valueEntity", "valueentity_id", OPTIONAL, "entity", Parameter::valueEntity)),
            r -> new Parameter(
                    r.text("id"),
                    r.text("name"),
                    r.text("param_value"),
                    r.text("parameterdescription_id"),
                    r.text("valueentity_id")));

    public static final Shape<ConfigFile> CONFIG_FILE = new Shape<>(
            "ConfigFile",
            ConfigFile.class,
            List.of(
                    Attribute.id(ConfigFile::id),
                    Attribute.text("name", REQUIRED, ConfigFile::name),
                    Attribute.text("location", REQUIRED, ConfigFile::location),
                    Attribute.text("comment", OPTIONAL, ConfigFile::comment),
                    Attribute.reference(
                            "configFileDescription",
                            "configfiledescription_id",
                            OPTIONAL,
                            "configfiledescription",
                            ConfigFile::configFileDescription)),
            r -> new ConfigFile(
                    r.text("id"),
                    r.text("name"),
                    r.text("location"),
                    r.text("comment"),
                    r.text("configfiledescription_id")));

    /** All shapes, each after those its references point to; generations last, so that lineage is extended once. */
    public static final List<Shape<?>> ALL = List.of(
            AGENT,
            DescriptionShapes.ENTITY_DESCRIPTION,
            DescriptionShapes.ACTIVITY_DESCRIPTION,
            DescriptionShapes.USAGE_DESCRIPTION,
            DescriptionShapes.GENERATION_DESCRIPTION,
            DescriptionShapes.USED_ENTITY_DESCRIPTION,
            DescriptionShapes.GENERATED_ENTITY_DESCRIPTION,
            DescriptionShapes.PARAMETER_DESCRIPTION,
            DescriptionShapes.CONFIG_FILE_DESCRIPTION,
            ENTITY,
            ACTIVITY,
            PARAMETER,
            CONFIG_FILE,
            RelationShapes.WAS_CONFIGURED_BY,
            RelationShapes.WAS_ASSOCIATED_WITH,
            RelationShapes.WAS_ATTRIBUTED_TO,
            RelationShapes.HAD_MEMBER,
            RelationShapes.WAS_INFORMED_BY,
            RelationShapes.USED,
            RelationShapes.WAS_DERIVED_FROM,
            RelationShapes.WAS_GENERATED_BY);

    private static final Map<Class<?>, Shape<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Shape::type, Function.identity()));

    /** The shape of an instance. */
    @SuppressWarnings("unchecked") // The map's keys are the types of its values.
    public static <T extends ProvRecord> Shape<T> of(T instance) {
        return (Shape<T>) BY_TYPE.get(instance.getClass());
    }

    static String word(EntityKind kind) {
        return kind == null ? EntityKind.PLAIN : kind.word();
    }
}
