package org.ctavo.provenance.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ctavo.archive.DataRights;
import org.ctavo.archive.Product;
import org.ctavo.archive.ProductId;

/**
 * What a product tells of its origin.
 *
 * @param id identifier
 * @param title for people
 * @param location where it is reached
 * @param kind what it is ({@code hea-event-list})
 * @param level data level
 * @param format media type of its file
 * @param collection {@code obs_collection}
 * @param obsId {@code obs_id}
 * @param facility that observed
 * @param target that was observed
 * @param start of the observation, UTC
 * @param end of the observation, UTC
 * @param created when it was written, UTC
 * @param creator who answers for it
 * @param program that wrote it
 * @param version of the program
 * @param calibration version of its calibration
 * @param fingerprint changes with the product's content or description
 * @param keywords what its file says of itself
 * @param groups whose members alone may know of it; empty if anyone may
 */
record ProductFacts(
        ProductId id,
        Optional<String> title,
        Optional<String> location,
        String kind,
        int level,
        String format,
        String collection,
        String obsId,
        Optional<String> facility,
        Optional<String> target,
        LocalDateTime start,
        LocalDateTime end,
        Optional<LocalDateTime> created,
        Optional<String> creator,
        Optional<String> program,
        Optional<String> version,
        Optional<String> calibration,
        String fingerprint,
        Map<String, String> keywords,
        Set<String> groups) {

    /** Copies map and set. */
    ProductFacts {
        keywords = Map.copyOf(keywords);
        groups = Set.copyOf(groups);
    }

    static ProductFacts of(Product product) {
        return new ProductFacts(
                product.id(),
                product.title(),
                product.link().url(),
                product.kind().heaProductType(),
                product.kind().dataLevel(),
                product.files().isEmpty()
                        ? product.link().format()
                        : product.files().get(0).mediaType(),
                product.obsCollection(),
                product.obsId(),
                product.configuration().facility(),
                product.target().name(),
                mjd(product.time().min()),
                mjd(product.time().max()),
                product.processing().created().map(ProductFacts::utc),
                product.processing().creatorName(),
                product.processing().pipelineName(),
                product.processing().pipelineVersion(),
                product.processing().calibVersion(),
                product.origin().fingerprint(),
                product.origin().keywords(),
                product.access().rights() == DataRights.SECURE
                        ? product.access().groups()
                        : Set.of());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** A Modified Julian Date, UTC, to the millisecond. */
    static LocalDateTime mjd(double mjd) {
        return LocalDateTime.of(1858, 11, 17, 0, 0).plus(Duration.ofMillis(Math.round(mjd * 86_400_000)));
    }
}
