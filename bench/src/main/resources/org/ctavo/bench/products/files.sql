-- What goes with the products of runs from ${first} to before ${last}: their keys, and a file of each event list.
INSERT INTO cta.product_key (obs_publisher_did, secure)
SELECT obs_publisher_did, false FROM cta.data_product WHERE run_id >= ${first} AND run_id < ${last}
UNION ALL
SELECT obs_publisher_did, true FROM cta.data_product_secure WHERE run_id >= ${first} AND run_id < ${last};

INSERT INTO cta.data_file (obs_publisher_did, role, file_name, media_type, bytes, sha256, hdus, modified, root, path,
    secure)
SELECT p.obs_publisher_did, 'event-list', f.name, 'application/fits', p.access_estsize * 1000,
    encode(sha256(convert_to(f.name, 'UTF8')), 'hex'), 'EVENTS,GTI', p.obs_creation_date, 'bench',
    'DL3/' || p.run_id / 1000 || '/' || f.name, p.data_rights = 'secure'
FROM (
    SELECT * FROM cta.data_product UNION ALL SELECT * FROM cta.data_product_secure
) AS p
CROSS JOIN LATERAL (SELECT split_part(p.obs_publisher_did, '?', 2) || '.fits.gz') AS f (name)
WHERE p.run_id >= ${first} AND p.run_id < ${last} AND p.dataproduct_subtype = 'DL3';
