-- The constraints that the model itself states (SubsettedRole): a value entity is described by a value description, a
-- dataset entity by a dataset description. Other entities may have any description: their described_as is null.
ALTER TABLE provenance.entitydescription ADD CONSTRAINT entitydescription_id_class UNIQUE (id, classtype);

ALTER TABLE provenance.entity
    ADD COLUMN described_as text GENERATED ALWAYS AS
        (CASE WHEN classtype IN ('value', 'dataset') THEN classtype END) STORED,
    ADD CONSTRAINT entity_as_described FOREIGN KEY (entitydescription_id, described_as)
        REFERENCES provenance.entitydescription (id, classtype);
