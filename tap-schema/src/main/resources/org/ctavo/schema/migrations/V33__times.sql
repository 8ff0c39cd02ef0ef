-- What of a target was being taken at a time: begun before, and ended after. A B-tree looks at all that was begun before;
-- GiST knows both ends of what lies on a page, and looks at the pages around the time alone.
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA sphere;
DO $$
DECLARE
    product text;
BEGIN
    FOREACH product IN ARRAY ARRAY['data_product', 'data_product_secure'] LOOP
        EXECUTE format('CREATE INDEX %I ON cta.%I USING gist (target_name sphere.gist_text_ops,
            t_min sphere.gist_float8_ops, t_max sphere.gist_float8_ops)', product || '_target_name_times_idx', product);
        EXECUTE format('DROP INDEX cta.%I', product || '_target_name_t_idx');
    END LOOP;
END $$;
