-- What is asked of a target most: when, by which version, with which cuts. The conditions are looked at in the index, so
-- that a target with a hundred thousand products costs no more than what is found.
DO $$
DECLARE
    product text;
BEGIN
    FOREACH product IN ARRAY ARRAY['data_product', 'data_product_secure'] LOOP
        EXECUTE format('CREATE INDEX %1$I ON cta.%2$I (target_name, t_min, t_max)', product || '_target_name_t_idx',
            product);
        EXECUTE format('CREATE INDEX %1$I ON cta.%2$I (target_name, pipeline_version)',
            product || '_target_name_pipeline_version_idx', product);
        EXECUTE format('CREATE INDEX %1$I ON cta.%2$I (target_name, applied_cuts)',
            product || '_target_name_applied_cuts_idx', product);
        -- The same begins the ones above.
        EXECUTE format('DROP INDEX cta.%I', product || '_target_name_idx');
    END LOOP;
END $$;
