-- Secure products are found by their groups. An index that gives them in the order of a time or an energy is worse than
-- none: for the first rows of a long answer the planner walks along it, in step with the open products, and a caller who
-- may see none of them waits until it has come to its end.
DROP INDEX cta.data_product_secure_t_min_idx, cta.data_product_secure_t_max_idx, cta.data_product_secure_em_min_idx,
    cta.data_product_secure_em_max_idx, cta.data_product_secure_energy_min_idx,
    cta.data_product_secure_energy_max_idx, cta.data_product_secure_obs_release_date_idx;
