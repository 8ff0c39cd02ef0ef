-- The tables are made from the model now (voprov.vo-dml.xml). What was written by hand before takes the form and the
-- names that the generator gives, so that the migrations it writes from one state of the model to the next find them.

-- What only values have is NULL for others, column by column, so that a fault names the column.
ALTER TABLE provenance.entitydescription
    DROP CONSTRAINT entitydescription_value,
    ADD CONSTRAINT entitydescription_unit_class_check CHECK (unit IS NULL OR classtype IN ('value')),
    ADD CONSTRAINT entitydescription_ucd_class_check CHECK (ucd IS NULL OR classtype IN ('value')),
    ADD CONSTRAINT entitydescription_utype_class_check CHECK (utype IS NULL OR classtype IN ('value')),
    DROP CONSTRAINT entitydescription_class,
    ADD CONSTRAINT entitydescription_classtype_check CHECK (classtype IN ('entity', 'dataset', 'value'));

-- The rest are names: no row is read or written.
ALTER TABLE provenance.entity RENAME COLUMN described_as TO entitydescription_class;
COMMENT ON COLUMN provenance.entity.entitydescription_class IS
    'Class that its entityDescription must have; NULL for any';

ALTER TABLE provenance.agent RENAME CONSTRAINT agent_type TO agent_type_check;
ALTER TABLE provenance.entitydescription
    RENAME CONSTRAINT entitydescription_contenttype TO entitydescription_contenttype_class_check;
ALTER TABLE provenance.entitydescription
    RENAME CONSTRAINT entitydescription_valuetype TO entitydescription_valuetype_class_check;
ALTER TABLE provenance.entitydescription
    RENAME CONSTRAINT entitydescription_id_class TO entitydescription_id_classtype_key;
ALTER TABLE provenance.usagedescription
    RENAME CONSTRAINT usagedescription_multiplicity TO usagedescription_multiplicity_check;
ALTER TABLE provenance.generationdescription
    RENAME CONSTRAINT generationdescription_multiplicity TO generationdescription_multiplicity_check;
ALTER TABLE provenance.generationdescription_entitydescription
    RENAME CONSTRAINT generationdescription_entitydescr_generationdescription_id_fkey
    TO generationdescription_entitydescription_generationdesc_6bf67fa1;
ALTER TABLE provenance.generationdescription_entitydescription
    RENAME CONSTRAINT generationdescription_entitydescripti_entitydescription_id_fkey
    TO generationdescription_entitydescription_entitydescript_6db2ea76;
ALTER TABLE provenance.entity RENAME CONSTRAINT entity_class TO entity_classtype_check;
ALTER TABLE provenance.entity RENAME CONSTRAINT entity_value TO entity_entity_value_class_check;
ALTER TABLE provenance.used RENAME CONSTRAINT used_role TO used_role_check;
ALTER TABLE provenance.wasgeneratedby RENAME CONSTRAINT wasgeneratedby_role TO wasgeneratedby_role_check;
ALTER TABLE provenance.wasconfiguredby RENAME CONSTRAINT wasconfiguredby_type TO wasconfiguredby_artefacttype_check;

ALTER INDEX provenance.activitydescription_name_version RENAME TO activitydescription_btree_name_version_idx;
ALTER INDEX provenance.usagedescription_owner RENAME TO usagedescription_activitydescription_id_idx;
ALTER INDEX provenance.generationdescription_owner RENAME TO generationdescription_activitydescription_id_idx;
ALTER INDEX provenance.parameterdescription_owner RENAME TO parameterdescription_activitydescription_id_idx;
ALTER INDEX provenance.configfiledescription_owner RENAME TO configfiledescription_activitydescription_id_idx;
ALTER INDEX provenance.usagedescription_entitydescription_entity
    RENAME TO usagedescription_entitydescription_entitydescription_id_idx;
ALTER INDEX provenance.generationdescription_entitydescription_entity
    RENAME TO generationdescription_entitydescription_entitydescript_c1796ce0;
ALTER INDEX provenance.entity_name RENAME TO entity_name_idx;
ALTER INDEX provenance.entity_description RENAME TO entity_entitydescription_id_idx;
ALTER INDEX provenance.activity_name RENAME TO activity_name_idx;
ALTER INDEX provenance.activity_description RENAME TO activity_activitydescription_id_idx;
ALTER INDEX provenance.parameter_name_value RENAME TO parameter_btree_name_md5_param_value_idx;
ALTER INDEX provenance.parameter_description RENAME TO parameter_parameterdescription_id_idx;
ALTER INDEX provenance.parameter_valueentity RENAME TO parameter_valueentity_id_idx;
ALTER INDEX provenance.configfile_description RENAME TO configfile_configfiledescription_id_idx;
ALTER INDEX provenance.wasconfiguredby_configfile RENAME TO wasconfiguredby_configfile_id_idx;
ALTER INDEX provenance.wasassociatedwith_agent RENAME TO wasassociatedwith_agent_id_idx;
ALTER INDEX provenance.wasattributedto_agent RENAME TO wasattributedto_agent_id_idx;
ALTER INDEX provenance.hadmember_entity RENAME TO hadmember_entity_id_idx;
ALTER INDEX provenance.wasinformedby_informant RENAME TO wasinformedby_informant_id_idx;
ALTER INDEX provenance.used_entity RENAME TO used_entity_id_idx;
ALTER INDEX provenance.used_description RENAME TO used_usagedescription_id_idx;
ALTER INDEX provenance.wasderivedfrom_used RENAME TO wasderivedfrom_usedentity_id_idx;
ALTER INDEX provenance.wasgeneratedby_activity RENAME TO wasgeneratedby_activity_id_idx;
ALTER INDEX provenance.wasgeneratedby_description RENAME TO wasgeneratedby_generationdescription_id_idx;
