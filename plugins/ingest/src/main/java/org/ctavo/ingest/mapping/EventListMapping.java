package org.ctavo.ingest.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.ctavo.archive.AccessRule;
import org.ctavo.archive.DataRights;
import org.ctavo.archive.Derivation;
import org.ctavo.archive.Product;
import org.ctavo.archive.ProductFile;
import org.ctavo.archive.ProductId;
import org.ctavo.archive.cutout.CutoutStatement;
import org.ctavo.archive.dl3.EnergyDispersion;
import org.ctavo.archive.dl3.Observation;
import org.ctavo.archive.dl3.PointSpread;
import org.ctavo.archive.dl3.Span;
import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.ingest.source.ObservationReader;

/**
 * The rules that make a product of an event list: ObsCore 1.1 with its high-energy extension and the fields of CTA.
 * Immutable.
 */
public final class EventListMapping {
    private static final String DATALINK = "application/x-votable+xml;content=datalink";

    /** Public data need a release date in the past; where nobody gives one, they always were. */
    private static final Instant ALWAYS = Instant.parse("2000-01-01T00:00:00Z");

    private static final int MOST_INTERVALS = 1000;

    private final MappingRules rules;

    /** A mapping by the operator's rules. */
    public EventListMapping(MappingRules rules) {
        this.rules = rules;
    }

    /**
     * Describes an event list.
     *
     * @param reading what was read of it
     * @param files its own file first, then those of its responses
     * @param fingerprint of everything the description depends on
     */
    public Product product(ObservationReader.Reading reading, List<ProductFile> files, String fingerprint) {
        Observation observation = reading.observation();
        FitsHeader keywords = observation.events().keywords();
        Optional<KnownCollection> known = KnownCollection.of(keywords, reading.file());
        String collection = rules.collection()
                .or(() -> known.map(KnownCollection::label))
                .or(() -> keywords.text("TELESCOP"))
                .orElse("event-lists");
        String obsId = Long.toString(observation.events().obsId());
        // A cut-out is another product of the same observation, and must not take the place of its source.
        Optional<Derivation> cut = CutoutStatement.read(keywords::text);
        String local =
                cut.map(made -> obsId + "/cutout/" + CutoutStatement.mark(made)).orElse(obsId);
        ProductId id = new ProductId(rules.authority(), ProductId.pathOf(collection), local);
        Span utc = observation.utc();
        return new Product(
                id,
                Product.Kind.EVENT_LIST,
                collection,
                obsId,
                Optional.of((cut.isPresent() ? "Cut-out of " : "") + title(keywords, obsId)),
                access(known),
                // The DataLink document: the file with all that belongs to it.
                new Product.Link(Optional.empty(), DATALINK, files.get(0).bytes()),
                new Product.Target(keywords.text("OBJECT"), Optional.empty()),
                space(observation),
                new Product.Time(
                        utc.low(),
                        utc.high(),
                        observation.exposure(),
                        OptionalDouble.of(observation.goodTime()),
                        OptionalDouble.empty()),
                energy(observation),
                OptionalLong.of(observation.events().count()),
                new ConfigurationMapping(keywords, observation).configuration(),
                ProcessingMapping.processing(keywords),
                files,
                new Product.Origin(fingerprint, origin(reading)));
    }

    /** Everything about the rules that the description depends on; a new release with other rules changes it too. */
    public String summary() {
        return "event-list 2\n" + rules.summary();
    }

    private static String title(FitsHeader keywords, String obsId) {
        String telescope = keywords.text("TELESCOP").map(name -> name + " run ").orElse("Run ");
        return telescope
                + obsId
                + keywords.text("OBJECT").map(target -> ": " + target).orElse("");
    }

    private AccessRule access(Optional<KnownCollection> known) {
        DataRights rights = rules.rights()
                .orElse(known.isPresent() && rules.collection().isEmpty() ? DataRights.PUBLIC : DataRights.PROPRIETARY);
        Optional<Instant> release = rules.release();
        if (release.isEmpty() && rights == DataRights.PUBLIC) {
            release = Optional.of(known.map(KnownCollection::release).orElse(ALWAYS));
        }
        return new AccessRule(rights, release, rights == DataRights.PUBLIC ? Set.of() : rules.groups());
    }

    private static Product.Space space(Observation observation) {
        Optional<PointSpread.Resolution> resolution = observation.resolution();
        return new Product.Space(
                observation.pointing().ra(),
                observation.pointing().dec(),
                observation.fieldOfView(),
                resolution.map(known -> new Product.AngularResolution(
                        known.fwhm(), known.range().low(), known.range().high(), known.energy(), known.offset())));
    }

    private static Product.Energy energy(Observation observation) {
        Optional<Span> energies = observation.energies();
        Optional<EnergyDispersion.ResolvingPower> power = observation.resolvingPower();
        return new Product.Energy(
                number(energies.map(Span::low)),
                number(energies.map(Span::high)),
                power.map(known -> new Product.ResolvingPower(
                        known.power(), known.range().low(), known.range().high(), known.energy(), known.offset())));
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static Map<String, String> origin(ObservationReader.Reading reading) {
        Map<String, String> origin =
                ProcessingMapping.origin(reading.observation().events().keywords());
        origin.put("ctavo:energy-range", reading.observation().energySource().words());
        origin.put(
                "ctavo:good-times",
                reading.observation().goodIntervals().stream()
                        .limit(MOST_INTERVALS)
                        .map(interval -> interval.low() + "/" + interval.high())
                        .collect(Collectors.joining(" ")));
        reading.observation()
                .events()
                .energies()
                .ifPresent(range -> origin.put("ctavo:event-energies", range.low() + "/" + range.high() + " TeV"));
        if (!reading.notes().isEmpty()) {
            origin.put("ctavo:notes", String.join("; ", new TreeSet<>(reading.notes())));
        }
        return origin;
    }
}
