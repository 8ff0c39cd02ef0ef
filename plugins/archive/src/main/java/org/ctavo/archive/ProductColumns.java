package org.ctavo.archive;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A product as values of the columns of {@code cta.data_product}. The columns are the same for every product. */
final class ProductColumns {
    /** Event lists have no pixels (ObsCore 1.1, section B.6.1.3): their numbers of elements are -1. */
    private static final long NO_PIXELS = -1;

    private final Map<String, Object> values = new LinkedHashMap<>();

    private ProductColumns() {}

    /** Column names in a fixed order, each with a value JDBC can bind, or null. */
    static Map<String, Object> of(Product product) {
        ProductColumns columns = new ProductColumns();
        columns.identity(product);
        columns.access(product);
        columns.space(product);
        columns.time(product);
        columns.energy(product);
        columns.configuration(product.configuration());
        columns.processing(product.processing());
        return columns.values;
    }

    private void identity(Product product) {
        Product.Kind kind = product.kind();
        values.put("obs_publisher_did", product.id().text());
        put("dataproduct_type", kind.dataproductType());
        values.put("hea_product_type", kind.heaProductType());
        values.put("dataproduct_subtype", "DL" + kind.dataLevel());
        values.put("data_level", kind.dataLevel());
        values.put("level_scheme", kind.levelScheme());
        values.put("calib_level", kind.calibLevel());
        values.put("obs_collection", product.obsCollection());
        values.put("obs_id", product.obsId());
        put("obs_title", product.title());
        put("target_name", product.target().name());
        put("target_class", product.target().targetClass());
        put("ev_xel", product.elements());
        values.put("messenger_name", "photon");
        values.put("messenger_pdgid", "+22");
    }

    private void access(Product product) {
        put("access_url", product.link().url());
        values.put("access_format", product.link().format());
        values.put("access_estsize", Math.floorDiv(product.link().bytes() + 999, 1000L));
        values.put("data_rights", product.access().rights().word());
        values.put(
                "obs_release_date",
                product.access().release().map(ProductColumns::utc).orElse(null));
        values.put("access_groups", product.access().groups().stream().sorted().toArray(String[]::new));
    }

    private void space(Product product) {
        Product.Space space = product.space();
        Optional<Product.AngularResolution> resolution = space.resolution();
        values.put("s_ra", space.ra());
        values.put("s_dec", space.dec());
        put("s_fov", space.fov());
        values.put(
                "s_region",
                space.fov().isPresent()
                        ? new Double[] {space.ra(), space.dec(), space.fov().getAsDouble() / 2}
                        : null);
        put("s_resolution", resolution.map(Product.AngularResolution::typical));
        put("s_resolution_min", resolution.map(Product.AngularResolution::least));
        put("s_resolution_max", resolution.map(Product.AngularResolution::greatest));
        put("s_ref_energy", resolution.map(known -> Photon.electronVolt(known.referenceTev())));
        put("s_ref_oaa", resolution.map(Product.AngularResolution::referenceOffset));
        values.put("s_xel1", NO_PIXELS);
        values.put("s_xel2", NO_PIXELS);
        values.put("s_ucd", "pos.eq");
        values.put("s_unit", "deg");
        values.put("s_calib_status", "calibrated");
    }

    private void time(Product product) {
        values.put("t_min", product.time().min());
        values.put("t_max", product.time().max());
        values.put("t_exptime", product.time().exptime());
        put("t_resolution", product.time().resolution());
        values.put("t_xel", NO_PIXELS);
        values.put("t_calib_status", "calibrated");
    }

    private void energy(Product product) {
        OptionalDouble low = product.energy().low();
        OptionalDouble high = product.energy().high();
        // The highest energy has the shortest wavelength.
        values.put("em_min", high.isPresent() ? Photon.wavelength(high.getAsDouble()) : null);
        values.put("em_max", low.isPresent() ? Photon.wavelength(low.getAsDouble()) : null);
        values.put("energy_min", low.isPresent() ? Photon.electronVolt(low.getAsDouble()) : null);
        values.put("energy_max", high.isPresent() ? Photon.electronVolt(high.getAsDouble()) : null);
        Optional<Product.ResolvingPower> power = product.energy().resolvingPower();
        put("em_res_power", power.map(Product.ResolvingPower::typical));
        put("em_res_power_min", power.map(Product.ResolvingPower::least));
        put("em_res_power_max", power.map(Product.ResolvingPower::greatest));
        put("em_ref_energy", power.map(known -> Photon.electronVolt(known.referenceTev())));
        put("em_ref_oaa", power.map(Product.ResolvingPower::referenceOffset));
        values.put("em_xel", NO_PIXELS);
        values.put("em_ucd", "em.energy");
        values.put("em_unit", "TeV");
        values.put("em_calib_status", "calibrated");
        values.put("pol_xel", 0L);
        // What an event carries, in the form the high-energy extension of ObsCore proposes.
        values.put("o_ucd", "pos.eq#time#em.energy");
    }

    private void configuration(Product.Configuration configuration) {
        put("facility_name", configuration.facility());
        put("instrument_name", configuration.instrument());
        put("site", configuration.site());
        put("sub_array_name", configuration.subArray());
        put("obs_mode", configuration.obsMode());
        put("fits_obs_mode", configuration.fitsObsMode());
        put("tracking_mode", configuration.trackingMode());
        put("scan_mode", configuration.scanMode());
        put("pointing_mode", configuration.pointingMode());
        put("obs_type", configuration.obsType());
        put("run_id", configuration.runId());
        put("zen_pnt", configuration.zenith());
        put("data_quality", configuration.quality());
    }

    private void processing(Product.Processing processing) {
        put("obs_creator_name", processing.creatorName());
        put("obs_creation_date", processing.created().map(ProductColumns::utc));
        put("pipeline_name", processing.pipelineName());
        put("pipeline_version", processing.pipelineVersion());
        put("calib_version", processing.calibVersion());
        put("reco_version", processing.recoVersion());
        put("reco_method", processing.recoMethod());
        put("applied_cuts", processing.appliedCuts());
        put("analysis_mode", processing.appliedCuts());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private void put(String column, Optional<?> value) {
        values.put(column, value.orElse(null));
    }

    private void put(String column, OptionalDouble value) {
        values.put(column, orNull(value));
    }

    private void put(String column, OptionalLong value) {
        values.put(column, value.isPresent() ? value.getAsLong() : null);
    }

    private void put(String column, OptionalInt value) {
        values.put(column, orNull(value));
    }

    static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    static Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
