-- The Provenance Data Model 1.0 as tables. Columns that are not published: number (a short key for lineage),
-- access_groups (who may see a thing; null: anyone) and restricted (whether that must be asked at all).

CREATE SCHEMA provenance;
GRANT USAGE ON SCHEMA provenance TO ${queryRole}, ${ingestRole}, ${serviceRole};

CREATE TABLE provenance.agent (
    id text PRIMARY KEY,
    name text NOT NULL,
    type text CONSTRAINT agent_type CHECK (type IN ('Person', 'Organization', 'SoftwareAgent')),
    comment text,
    email text,
    affiliation text,
    phone text,
    address text,
    url text
);

CREATE TABLE provenance.entitydescription (
    id text PRIMARY KEY,
    classtype text NOT NULL DEFAULT 'entity'
        CONSTRAINT entitydescription_class CHECK (classtype IN ('entity', 'value', 'dataset')),
    name text NOT NULL,
    description text,
    docurl text,
    type text,
    contenttype text,
    valuetype text,
    unit text,
    ucd text,
    utype text,
    CONSTRAINT entitydescription_contenttype CHECK ((classtype = 'dataset') = (contenttype IS NOT NULL)),
    CONSTRAINT entitydescription_valuetype CHECK ((classtype = 'value') = (valuetype IS NOT NULL)),
    CONSTRAINT entitydescription_value
        CHECK (classtype = 'value' OR (unit IS NULL AND ucd IS NULL AND utype IS NULL))
);

CREATE TABLE provenance.activitydescription (
    id text PRIMARY KEY,
    name text NOT NULL,
    version text,
    description text,
    docurl text,
    type text,
    subtype text
);
CREATE INDEX activitydescription_name_version ON provenance.activitydescription (name, version);

CREATE TABLE provenance.usagedescription (
    id text PRIMARY KEY,
    activitydescription_id text NOT NULL
        REFERENCES provenance.activitydescription ON DELETE CASCADE,
    role text NOT NULL,
    description text,
    type text,
    multiplicity text CONSTRAINT usagedescription_multiplicity
        CHECK (multiplicity ~ '^(\d+|\*|\d+\.\.(\d+|\*))$'),
    UNIQUE (id, role)
);
CREATE INDEX usagedescription_owner ON provenance.usagedescription (activitydescription_id);

CREATE TABLE provenance.generationdescription (
    id text PRIMARY KEY,
    activitydescription_id text NOT NULL
        REFERENCES provenance.activitydescription ON DELETE CASCADE,
    role text NOT NULL,
    description text,
    type text,
    multiplicity text CONSTRAINT generationdescription_multiplicity
        CHECK (multiplicity ~ '^(\d+|\*|\d+\.\.(\d+|\*))$'),
    UNIQUE (id, role)
);
CREATE INDEX generationdescription_owner ON provenance.generationdescription (activitydescription_id);

CREATE TABLE provenance.usagedescription_entitydescription (
    usagedescription_id text NOT NULL REFERENCES provenance.usagedescription ON DELETE CASCADE,
    entitydescription_id text NOT NULL REFERENCES provenance.entitydescription,
    PRIMARY KEY (usagedescription_id, entitydescription_id)
);
CREATE INDEX usagedescription_entitydescription_entity
    ON provenance.usagedescription_entitydescription (entitydescription_id);

CREATE TABLE provenance.generationdescription_entitydescription (
    generationdescription_id text NOT NULL
        REFERENCES provenance.generationdescription ON DELETE CASCADE,
    entitydescription_id text NOT NULL REFERENCES provenance.entitydescription,
    PRIMARY KEY (generationdescription_id, entitydescription_id)
);
CREATE INDEX generationdescription_entitydescription_entity
    ON provenance.generationdescription_entitydescription (entitydescription_id);

CREATE TABLE provenance.parameterdescription (
    id text PRIMARY KEY,
    activitydescription_id text NOT NULL
        REFERENCES provenance.activitydescription ON DELETE CASCADE,
    name text NOT NULL,
    valuetype text NOT NULL,
    description text,
    unit text,
    ucd text,
    utype text,
    min_value text,
    max_value text,
    default_value text,
    options text,
    UNIQUE (id, name)
);
CREATE INDEX parameterdescription_owner ON provenance.parameterdescription (activitydescription_id);

CREATE TABLE provenance.configfiledescription (
    id text PRIMARY KEY,
    activitydescription_id text NOT NULL
        REFERENCES provenance.activitydescription ON DELETE CASCADE,
    name text NOT NULL,
    contenttype text NOT NULL,
    description text,
    UNIQUE (id, name)
);
CREATE INDEX configfiledescription_owner ON provenance.configfiledescription (activitydescription_id);

CREATE TABLE provenance.entity (
    id text PRIMARY KEY,
    classtype text NOT NULL DEFAULT 'entity'
        CONSTRAINT entity_class CHECK (classtype IN ('entity', 'collection', 'value', 'dataset')),
    name text,
    location text,
    generatedattime timestamp,
    invalidatedattime timestamp,
    comment text,
    entity_value text,
    entitydescription_id text REFERENCES provenance.entitydescription,
    number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
    access_groups text[],
    CONSTRAINT entity_value CHECK ((classtype = 'value') = (entity_value IS NOT NULL)),
    CONSTRAINT entity_lifetime CHECK (invalidatedattime >= generatedattime)
);
CREATE INDEX entity_name ON provenance.entity (name);
CREATE INDEX entity_description ON provenance.entity (entitydescription_id);
CREATE INDEX entity_access ON provenance.entity (id) WHERE access_groups IS NOT NULL;

CREATE TABLE provenance.activity (
    id text PRIMARY KEY,
    name text,
    starttime timestamp,
    endtime timestamp,
    comment text,
    activitydescription_id text REFERENCES provenance.activitydescription,
    number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
    access_groups text[],
    CONSTRAINT activity_times CHECK (endtime >= starttime)
);
CREATE INDEX activity_name ON provenance.activity (name);
CREATE INDEX activity_description ON provenance.activity (activitydescription_id);
CREATE INDEX activity_access ON provenance.activity (id) WHERE access_groups IS NOT NULL;

-- A parameter has the name of its description: the pair refers to the pair.
CREATE TABLE provenance.parameter (
    id text PRIMARY KEY,
    name text NOT NULL,
    param_value text NOT NULL,
    parameterdescription_id text,
    valueentity_id text REFERENCES provenance.entity,
    restricted boolean NOT NULL DEFAULT false,
    CONSTRAINT parameter_as_described FOREIGN KEY (parameterdescription_id, name)
        REFERENCES provenance.parameterdescription (id, name)
);
CREATE INDEX parameter_name_value ON provenance.parameter (name, md5(param_value));
CREATE INDEX parameter_description ON provenance.parameter (parameterdescription_id);
CREATE INDEX parameter_valueentity ON provenance.parameter (valueentity_id) WHERE valueentity_id IS NOT NULL;

CREATE TABLE provenance.configfile (
    id text PRIMARY KEY,
    name text NOT NULL,
    location text NOT NULL,
    comment text,
    configfiledescription_id text,
    restricted boolean NOT NULL DEFAULT false,
    CONSTRAINT configfile_as_described FOREIGN KEY (configfiledescription_id, name)
        REFERENCES provenance.configfiledescription (id, name)
);
CREATE INDEX configfile_description ON provenance.configfile (configfiledescription_id);

CREATE TABLE provenance.wasconfiguredby (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    activity_id text NOT NULL REFERENCES provenance.activity ON DELETE CASCADE,
    artefacttype text NOT NULL
        CONSTRAINT wasconfiguredby_type CHECK (artefacttype IN ('Parameter', 'ConfigFile')),
    parameter_id text UNIQUE REFERENCES provenance.parameter,
    configfile_id text REFERENCES provenance.configfile,
    restricted boolean NOT NULL DEFAULT false,
    CONSTRAINT wasconfiguredby_artefact CHECK (
        (artefacttype = 'Parameter' AND parameter_id IS NOT NULL AND configfile_id IS NULL)
        OR (artefacttype = 'ConfigFile' AND parameter_id IS NULL AND configfile_id IS NOT NULL)),
    UNIQUE NULLS NOT DISTINCT (activity_id, parameter_id, configfile_id)
);
CREATE INDEX wasconfiguredby_configfile ON provenance.wasconfiguredby (configfile_id)
    WHERE configfile_id IS NOT NULL;

CREATE TABLE provenance.wasassociatedwith (
    activity_id text NOT NULL REFERENCES provenance.activity ON DELETE CASCADE,
    agent_id text NOT NULL REFERENCES provenance.agent,
    role text,
    restricted boolean NOT NULL DEFAULT false,
    UNIQUE NULLS NOT DISTINCT (activity_id, agent_id, role)
);
CREATE INDEX wasassociatedwith_agent ON provenance.wasassociatedwith (agent_id);

CREATE TABLE provenance.wasattributedto (
    entity_id text NOT NULL REFERENCES provenance.entity ON DELETE CASCADE,
    agent_id text NOT NULL REFERENCES provenance.agent,
    role text,
    restricted boolean NOT NULL DEFAULT false,
    UNIQUE NULLS NOT DISTINCT (entity_id, agent_id, role)
);
CREATE INDEX wasattributedto_agent ON provenance.wasattributedto (agent_id);

CREATE TABLE provenance.hadmember (
    collection_id text NOT NULL REFERENCES provenance.entity ON DELETE CASCADE,
    entity_id text NOT NULL REFERENCES provenance.entity ON DELETE CASCADE,
    restricted boolean NOT NULL DEFAULT false,
    PRIMARY KEY (collection_id, entity_id),
    CONSTRAINT hadmember_not_itself CHECK (collection_id <> entity_id)
);
CREATE INDEX hadmember_entity ON provenance.hadmember (entity_id);

CREATE TABLE provenance.wasinformedby (
    informed_id text NOT NULL REFERENCES provenance.activity ON DELETE CASCADE,
    informant_id text NOT NULL REFERENCES provenance.activity ON DELETE CASCADE,
    restricted boolean NOT NULL DEFAULT false,
    PRIMARY KEY (informed_id, informant_id),
    CONSTRAINT wasinformedby_not_itself CHECK (informed_id <> informant_id)
);
CREATE INDEX wasinformedby_informant ON provenance.wasinformedby (informant_id);

CREATE TABLE provenance.used (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    activity_id text NOT NULL REFERENCES provenance.activity ON DELETE CASCADE,
    entity_id text NOT NULL REFERENCES provenance.entity,
    role text,
    usage_time timestamp,
    usagedescription_id text,
    restricted boolean NOT NULL DEFAULT false,
    UNIQUE NULLS NOT DISTINCT (activity_id, entity_id, role, usage_time),
    -- A use has the role of its description.
    CONSTRAINT used_role CHECK (usagedescription_id IS NULL OR role IS NOT NULL),
    CONSTRAINT used_as_described FOREIGN KEY (usagedescription_id, role)
        REFERENCES provenance.usagedescription (id, role)
);
CREATE INDEX used_entity ON provenance.used (entity_id);
CREATE INDEX used_description ON provenance.used (usagedescription_id) WHERE usagedescription_id IS NOT NULL;

CREATE TABLE provenance.wasderivedfrom (
    generatedentity_id text NOT NULL REFERENCES provenance.entity ON DELETE CASCADE,
    usedentity_id text NOT NULL REFERENCES provenance.entity ON DELETE CASCADE,
    restricted boolean NOT NULL DEFAULT false,
    PRIMARY KEY (generatedentity_id, usedentity_id),
    CONSTRAINT wasderivedfrom_not_itself CHECK (generatedentity_id <> usedentity_id)
);
CREATE INDEX wasderivedfrom_used ON provenance.wasderivedfrom (usedentity_id);

-- The primary key is the model's "at most one generation an entity".
CREATE TABLE provenance.wasgeneratedby (
    entity_id text PRIMARY KEY REFERENCES provenance.entity ON DELETE CASCADE,
    activity_id text NOT NULL REFERENCES provenance.activity ON DELETE CASCADE,
    role text,
    generationdescription_id text,
    restricted boolean NOT NULL DEFAULT false,
    CONSTRAINT wasgeneratedby_role CHECK (generationdescription_id IS NULL OR role IS NOT NULL),
    CONSTRAINT wasgeneratedby_as_described FOREIGN KEY (generationdescription_id, role)
        REFERENCES provenance.generationdescription (id, role)
);
CREATE INDEX wasgeneratedby_activity ON provenance.wasgeneratedby (activity_id);
CREATE INDEX wasgeneratedby_description ON provenance.wasgeneratedby (generationdescription_id)
    WHERE generationdescription_id IS NOT NULL;

-- Used.time lies within its activity, whichever of the two is written later.
CREATE FUNCTION provenance.check_usage_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM fresh f
        JOIN provenance.activity a ON a.id = f.activity_id
        WHERE f.usage_time < a.starttime OR f.usage_time > a.endtime)
    THEN
        RAISE check_violation USING CONSTRAINT = 'used_within_activity';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER check_times AFTER INSERT ON provenance.used
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION provenance.check_usage_times();

CREATE FUNCTION provenance.check_activity_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM fresh f
        JOIN provenance.used u ON u.activity_id = f.id
        WHERE u.usage_time < f.starttime OR u.usage_time > f.endtime)
    THEN
        RAISE check_violation USING CONSTRAINT = 'used_within_activity';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER check_times AFTER UPDATE ON provenance.activity
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION provenance.check_activity_times();

-- Parameters and files belong to the activity they configured, and go with it.
CREATE FUNCTION provenance.remove_configuration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM provenance.parameter p USING gone WHERE p.id = gone.parameter_id;
    DELETE FROM provenance.configfile c USING gone WHERE c.id = gone.configfile_id
        AND NOT EXISTS (SELECT FROM provenance.wasconfiguredby w WHERE w.configfile_id = c.id);
    RETURN NULL;
END $$;
CREATE TRIGGER remove_configuration AFTER DELETE ON provenance.wasconfiguredby
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION provenance.remove_configuration();

-- Comments, as in tables.txt.
COMMENT ON TABLE provenance.agent IS 'Persons, organizations and software that answer for activities and entities.';
COMMENT ON COLUMN provenance.agent.id IS 'Unique identifier of the agent';
COMMENT ON COLUMN provenance.agent.name IS 'Name of the agent';
COMMENT ON COLUMN provenance.agent.type IS 'Person, Organization or SoftwareAgent';
COMMENT ON COLUMN provenance.agent.comment IS 'Remarks on the agent';
COMMENT ON COLUMN provenance.agent.email IS 'Email address';
COMMENT ON COLUMN provenance.agent.affiliation IS 'Organization or institute the agent belongs to';
COMMENT ON COLUMN provenance.agent.phone IS 'Telephone number';
COMMENT ON COLUMN provenance.agent.address IS 'Postal address';
COMMENT ON COLUMN provenance.agent.url IS 'Page about the agent';
COMMENT ON TABLE provenance.entitydescription IS 'What is true of all entities of a kind: their name, format, meaning.';
COMMENT ON COLUMN provenance.entitydescription.id IS 'Identifier of the description';
COMMENT ON COLUMN provenance.entitydescription.classtype IS 'Class of the description: entity, value (ValueDescription) or dataset (DatasetDescription)';
COMMENT ON COLUMN provenance.entitydescription.name IS 'Name of the kind of entity';
COMMENT ON COLUMN provenance.entitydescription.description IS 'What entities of this kind are';
COMMENT ON COLUMN provenance.entitydescription.docurl IS 'Where to read more';
COMMENT ON COLUMN provenance.entitydescription.type IS 'Type of the entities';
COMMENT ON COLUMN provenance.entitydescription.contenttype IS 'Media type of the datasets; only for class dataset';
COMMENT ON COLUMN provenance.entitydescription.valuetype IS 'VOTable datatype of the values; only for class value';
COMMENT ON COLUMN provenance.entitydescription.unit IS 'Unit of the values';
COMMENT ON COLUMN provenance.entitydescription.ucd IS 'UCD of the values';
COMMENT ON COLUMN provenance.entitydescription.utype IS 'Role of the values in another data model';
COMMENT ON TABLE provenance.activitydescription IS 'What is true of all activities of a kind: the step of a pipeline and its version.';
COMMENT ON COLUMN provenance.activitydescription.id IS 'Identifier of the description';
COMMENT ON COLUMN provenance.activitydescription.name IS 'Name of the kind of activity';
COMMENT ON COLUMN provenance.activitydescription.version IS 'Version of the software';
COMMENT ON COLUMN provenance.activitydescription.description IS 'What activities of this kind do';
COMMENT ON COLUMN provenance.activitydescription.docurl IS 'Where to read more';
COMMENT ON COLUMN provenance.activitydescription.type IS 'Observation, Simulation, Reduction, Calibration, Reconstruction, Selection, Analysis or another';
COMMENT ON COLUMN provenance.activitydescription.subtype IS 'Finer than the type';
COMMENT ON TABLE provenance.usagedescription IS 'How activities of a kind use entities.';
COMMENT ON COLUMN provenance.usagedescription.id IS 'Identifier of the description';
COMMENT ON COLUMN provenance.usagedescription.activitydescription_id IS 'The kind of activity this belongs to';
COMMENT ON COLUMN provenance.usagedescription.role IS 'Role of the entity used';
COMMENT ON COLUMN provenance.usagedescription.description IS 'What the entity is used for';
COMMENT ON COLUMN provenance.usagedescription.type IS 'Main, Calibration, Preview, Setup, Quality, Log, Context or another';
COMMENT ON COLUMN provenance.usagedescription.multiplicity IS 'How many entities of this role are used, such as 1, 0..1, 3..*';
COMMENT ON TABLE provenance.generationdescription IS 'What activities of a kind generate.';
COMMENT ON COLUMN provenance.generationdescription.id IS 'Identifier of the description';
COMMENT ON COLUMN provenance.generationdescription.activitydescription_id IS 'The kind of activity this belongs to';
COMMENT ON COLUMN provenance.generationdescription.role IS 'Role of the entity generated';
COMMENT ON COLUMN provenance.generationdescription.description IS 'What the entity is generated for';
COMMENT ON COLUMN provenance.generationdescription.type IS 'Main, Calibration, Preview, Setup, Quality, Log, Context or another';
COMMENT ON COLUMN provenance.generationdescription.multiplicity IS 'How many entities of this role are generated';
COMMENT ON TABLE provenance.usagedescription_entitydescription IS 'The kinds of entity a usage description is about.';
COMMENT ON COLUMN provenance.usagedescription_entitydescription.usagedescription_id IS 'The usage description';
COMMENT ON COLUMN provenance.usagedescription_entitydescription.entitydescription_id IS 'The kind of entity';
COMMENT ON TABLE provenance.generationdescription_entitydescription IS 'The kinds of entity a generation description is about.';
COMMENT ON COLUMN provenance.generationdescription_entitydescription.generationdescription_id IS 'The generation description';
COMMENT ON COLUMN provenance.generationdescription_entitydescription.entitydescription_id IS 'The kind of entity';
COMMENT ON TABLE provenance.parameterdescription IS 'The parameters that activities of a kind understand.';
COMMENT ON COLUMN provenance.parameterdescription.id IS 'Identifier of the description';
COMMENT ON COLUMN provenance.parameterdescription.activitydescription_id IS 'The kind of activity this belongs to';
COMMENT ON COLUMN provenance.parameterdescription.name IS 'Name of the parameter';
COMMENT ON COLUMN provenance.parameterdescription.valuetype IS 'VOTable datatype of the value';
COMMENT ON COLUMN provenance.parameterdescription.description IS 'What the parameter does';
COMMENT ON COLUMN provenance.parameterdescription.unit IS 'Unit of the value';
COMMENT ON COLUMN provenance.parameterdescription.ucd IS 'UCD of the value';
COMMENT ON COLUMN provenance.parameterdescription.utype IS 'Role of the value in another data model';
COMMENT ON COLUMN provenance.parameterdescription.min_value IS 'Least value, as text';
COMMENT ON COLUMN provenance.parameterdescription.max_value IS 'Greatest value, as text';
COMMENT ON COLUMN provenance.parameterdescription.default_value IS 'Value where none is given, as text';
COMMENT ON COLUMN provenance.parameterdescription.options IS 'Values allowed, joined by bars; a bar or backslash within a value has a backslash before it';
COMMENT ON TABLE provenance.configfiledescription IS 'The configuration files that activities of a kind understand.';
COMMENT ON COLUMN provenance.configfiledescription.id IS 'Identifier of the description';
COMMENT ON COLUMN provenance.configfiledescription.activitydescription_id IS 'The kind of activity this belongs to';
COMMENT ON COLUMN provenance.configfiledescription.name IS 'Name of the file';
COMMENT ON COLUMN provenance.configfiledescription.contenttype IS 'Media type of the file';
COMMENT ON COLUMN provenance.configfiledescription.description IS 'What the file holds';
COMMENT ON TABLE provenance.entity IS 'Datasets, values, collections and other things that activities use and generate; a published product has its obs_publisher_did as identifier.';
COMMENT ON COLUMN provenance.entity.id IS 'Unique identifier; obs_publisher_did of a published product';
COMMENT ON COLUMN provenance.entity.classtype IS 'Class of the entity: entity, collection, value (ValueEntity) or dataset (DatasetEntity)';
COMMENT ON COLUMN provenance.entity.name IS 'Name of the entity';
COMMENT ON COLUMN provenance.entity.location IS 'Path, URL or place';
COMMENT ON COLUMN provenance.entity.generatedattime IS 'When it was generated, UTC';
COMMENT ON COLUMN provenance.entity.invalidatedattime IS 'When it ceased to be valid, UTC';
COMMENT ON COLUMN provenance.entity.comment IS 'Remarks on the entity';
COMMENT ON COLUMN provenance.entity.entity_value IS 'The value; only for class value';
COMMENT ON COLUMN provenance.entity.entitydescription_id IS 'The kind of entity';
COMMENT ON TABLE provenance.activity IS 'What happened: observations, simulations, steps of pipelines, analyses.';
COMMENT ON COLUMN provenance.activity.id IS 'Unique identifier of the activity';
COMMENT ON COLUMN provenance.activity.name IS 'Name of the activity';
COMMENT ON COLUMN provenance.activity.starttime IS 'When it started, UTC';
COMMENT ON COLUMN provenance.activity.endtime IS 'When it ended, UTC';
COMMENT ON COLUMN provenance.activity.comment IS 'Remarks on the activity';
COMMENT ON COLUMN provenance.activity.activitydescription_id IS 'The kind of activity';
COMMENT ON TABLE provenance.parameter IS 'Values that configured activities.';
COMMENT ON COLUMN provenance.parameter.id IS 'Identifier of the parameter';
COMMENT ON COLUMN provenance.parameter.name IS 'Name of the parameter';
COMMENT ON COLUMN provenance.parameter.param_value IS 'Value, as text';
COMMENT ON COLUMN provenance.parameter.parameterdescription_id IS 'Description of the parameter';
COMMENT ON COLUMN provenance.parameter.valueentity_id IS 'The entity the value was taken from';
COMMENT ON TABLE provenance.configfile IS 'Files that configured activities.';
COMMENT ON COLUMN provenance.configfile.id IS 'Identifier of the configuration file';
COMMENT ON COLUMN provenance.configfile.name IS 'Name of the file';
COMMENT ON COLUMN provenance.configfile.location IS 'Path or URL of the file';
COMMENT ON COLUMN provenance.configfile.comment IS 'Remarks on the file';
COMMENT ON COLUMN provenance.configfile.configfiledescription_id IS 'Description of the file';
COMMENT ON TABLE provenance.wasconfiguredby IS 'What configured which activity: a parameter or a file.';
COMMENT ON COLUMN provenance.wasconfiguredby.id IS 'Number of the row';
COMMENT ON COLUMN provenance.wasconfiguredby.activity_id IS 'The activity configured';
COMMENT ON COLUMN provenance.wasconfiguredby.artefacttype IS 'Parameter or ConfigFile';
COMMENT ON COLUMN provenance.wasconfiguredby.parameter_id IS 'The parameter; null for a file';
COMMENT ON COLUMN provenance.wasconfiguredby.configfile_id IS 'The file; null for a parameter';
COMMENT ON TABLE provenance.wasassociatedwith IS 'Which agents had a part in which activities.';
COMMENT ON COLUMN provenance.wasassociatedwith.activity_id IS 'The activity';
COMMENT ON COLUMN provenance.wasassociatedwith.agent_id IS 'The agent';
COMMENT ON COLUMN provenance.wasassociatedwith.role IS 'Part of the agent, such as Operator or Observer';
COMMENT ON TABLE provenance.wasattributedto IS 'Which agents answer for which entities.';
COMMENT ON COLUMN provenance.wasattributedto.entity_id IS 'The entity';
COMMENT ON COLUMN provenance.wasattributedto.agent_id IS 'The agent';
COMMENT ON COLUMN provenance.wasattributedto.role IS 'Part of the agent, such as Creator or Publisher';
COMMENT ON TABLE provenance.hadmember IS 'Which entities belong to which collections.';
COMMENT ON COLUMN provenance.hadmember.collection_id IS 'The collection';
COMMENT ON COLUMN provenance.hadmember.entity_id IS 'The member';
COMMENT ON TABLE provenance.wasinformedby IS 'Which activities got something from which others.';
COMMENT ON COLUMN provenance.wasinformedby.informed_id IS 'The later activity';
COMMENT ON COLUMN provenance.wasinformedby.informant_id IS 'The earlier activity';
COMMENT ON TABLE provenance.used IS 'Which activities used which entities.';
COMMENT ON COLUMN provenance.used.id IS 'Number of the row';
COMMENT ON COLUMN provenance.used.activity_id IS 'The activity';
COMMENT ON COLUMN provenance.used.entity_id IS 'The entity used';
COMMENT ON COLUMN provenance.used.role IS 'What the entity was to the activity';
COMMENT ON COLUMN provenance.used.usage_time IS 'When the use began, UTC';
COMMENT ON COLUMN provenance.used.usagedescription_id IS 'Description of the use';
COMMENT ON TABLE provenance.wasderivedfrom IS 'Which entities come from which others.';
COMMENT ON COLUMN provenance.wasderivedfrom.generatedentity_id IS 'The descendant';
COMMENT ON COLUMN provenance.wasderivedfrom.usedentity_id IS 'The progenitor';
COMMENT ON TABLE provenance.wasgeneratedby IS 'Which activity generated which entity; one at most.';
COMMENT ON COLUMN provenance.wasgeneratedby.entity_id IS 'The entity generated';
COMMENT ON COLUMN provenance.wasgeneratedby.activity_id IS 'The activity';
COMMENT ON COLUMN provenance.wasgeneratedby.role IS 'What the entity was to the activity';
COMMENT ON COLUMN provenance.wasgeneratedby.generationdescription_id IS 'Description of the generation';
