package org.ctavo.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A data product as the archive describes it: what becomes a row of ObsCore with its extensions. Empty values are NULL
 * there. Names are those of the columns; see their descriptions in TAP_SCHEMA.
 *
 * @param id {@code obs_publisher_did}
 * @param kind what it is
 * @param obsCollection {@code obs_collection}
 * @param obsId {@code obs_id}
 * @param title {@code obs_title}
 * @param access who may have it
 * @param link where it is reached
 * @param target what was observed
 * @param space coverage of the sky
 * @param time coverage of time
 * @param energy coverage of energy
 * @param elements number of events ({@code ev_xel}); empty for other products
 * @param configuration how it was observed
 * @param processing how it was made
 * @param files its files
 * @param origin what it was described from
 */
public record Product(
        ProductId id,
        Kind kind,
        String obsCollection,
        String obsId,
        Optional<String> title,
        AccessRule access,
        Link link,
        Target target,
        Space space,
        Time time,
        Energy energy,
        OptionalLong elements,
        Configuration configuration,
        Processing processing,
        List<ProductFile> files,
        Origin origin) {

    /**
     * What a product is.
     *
     * @param dataproductType a word of ObsCore 1.1
     * @param heaProductType a word of its high-energy extension
     * @param dataLevel 0 to 6
     * @param levelScheme which definition of the levels is meant
     * @param calibLevel 0 to 4
     */
    public record Kind(
            Optional<String> dataproductType,
            String heaProductType,
            int dataLevel,
            String levelScheme,
            int calibLevel) {

        /** The event list of one observation with its responses: level 3. */
        public static final Kind EVENT_LIST = new Kind(Optional.of("event"), "hea-event-list", 3, "CTAO", 2);
    }

    /**
     * Where a product is reached.
     *
     * @param url empty for its DataLink document; what begins with a slash is below the service's base
     * @param format media type of what the address gives
     * @param bytes size of the product's own file
     */
    public record Link(Optional<String> url, String format, long bytes) {}

    /** What was observed: {@code target_name} and {@code target_class}. */
    public record Target(Optional<String> name, Optional<String> targetClass) {}

    /**
     * Coverage of the sky, ICRS, degrees.
     *
     * @param ra {@code s_ra}
     * @param dec {@code s_dec}
     * @param fov {@code s_fov}: diameter
     * @param resolution angular resolution
     */
    public record Space(double ra, double dec, OptionalDouble fov, Optional<AngularResolution> resolution) {}

    /**
     * Angular resolution in arcsec, all three of the same measure.
     *
     * @param typical {@code s_resolution}
     * @param least {@code s_resolution_min}
     * @param greatest {@code s_resolution_max}
     * @param referenceTev the energy in TeV at which the typical value holds
     * @param referenceOffset the angle from the axis in degrees at which it holds
     */
    public record AngularResolution(
            double typical, double least, double greatest, double referenceTev, double referenceOffset) {}

    /**
     * Coverage of time.
     *
     * @param min {@code t_min}, MJD UTC
     * @param max {@code t_max}, MJD UTC
     * @param exptime {@code t_exptime}, seconds of live time
     * @param ontime seconds of good time
     * @param resolution {@code t_resolution}, seconds
     */
    public record Time(double min, double max, double exptime, OptionalDouble ontime, OptionalDouble resolution) {}

    /**
     * Coverage of energy.
     *
     * @param low lowest energy, TeV
     * @param high highest energy, TeV
     * @param resolvingPower E/ΔE
     */
    public record Energy(OptionalDouble low, OptionalDouble high, Optional<ResolvingPower> resolvingPower) {}

    /**
     * Resolving power E/ΔE, all three of the same measure.
     *
     * @param typical {@code em_res_power}
     * @param least {@code em_res_power_min}
     * @param greatest {@code em_res_power_max}
     * @param referenceTev the energy in TeV at which the typical value holds
     * @param referenceOffset the angle from the axis in degrees at which it holds
     */
    public record ResolvingPower(
            double typical, double least, double greatest, double referenceTev, double referenceOffset) {}

    /**
     * How a product was observed.
     *
     * @param facility {@code facility_name}
     * @param instrument {@code instrument_name}
     * @param site {@code site}
     * @param subArray {@code sub_array_name}
     * @param telescopes which took part, as the file has them
     * @param obsMode {@code obs_mode}, in the archive's words
     * @param fitsObsMode the same as the file has it
     * @param trackingMode {@code tracking_mode}
     * @param scanMode {@code scan_mode}
     * @param pointingMode {@code pointing_mode}
     * @param obsType {@code obs_type}
     * @param runId {@code run_id}
     * @param zenith {@code zen_pnt}, degrees
     * @param quality {@code data_quality}, -1 to 2
     */
    public record Configuration(
            Optional<String> facility,
            Optional<String> instrument,
            Optional<String> site,
            Optional<String> subArray,
            Optional<String> telescopes,
            Optional<String> obsMode,
            Optional<String> fitsObsMode,
            Optional<String> trackingMode,
            Optional<String> scanMode,
            Optional<String> pointingMode,
            Optional<String> obsType,
            OptionalLong runId,
            OptionalDouble zenith,
            OptionalInt quality) {}

    /**
     * How a product was made.
     *
     * @param creatorName {@code obs_creator_name}
     * @param created {@code obs_creation_date}
     * @param pipelineName {@code pipeline_name}
     * @param pipelineVersion {@code pipeline_version}
     * @param calibVersion {@code calib_version}
     * @param recoVersion {@code reco_version}
     * @param recoMethod {@code reco_method}
     * @param appliedCuts {@code applied_cuts}
     */
    public record Processing(
            Optional<String> creatorName,
            Optional<Instant> created,
            Optional<String> pipelineName,
            Optional<String> pipelineVersion,
            Optional<String> calibVersion,
            Optional<String> recoVersion,
            Optional<String> recoMethod,
            Optional<String> appliedCuts) {}

    /**
     * What a product was described from.
     *
     * @param fingerprint changes whenever the description would: SHA-256 in hexadecimal
     * @param keywords what the file says of itself, and how values were chosen
     */
    public record Origin(String fingerprint, Map<String, String> keywords) {

        /** Copies the map. */
        public Origin {
            keywords = Map.copyOf(keywords);
        }
    }

    /** Copies the list. */
    public Product {
        Objects.requireNonNull(id, "id");
        files = List.copyOf(files);
    }
}
