package org.ctavo.soda;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

import org.ctavo.archive.link.Link;
import org.ctavo.archive.link.LinkProvider;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.soda.link.CutoutLinkProvider;
import org.ctavo.spi.Caller;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.RecordDecorator;
import org.ctavo.spi.ServiceDescriptor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the links of an event list say of cut-outs (SODA 1.0, sections 3.5 and 3.6). */
class LinksTest {
    private static final URI BASE = URI.create("http://localhost:8080/cta");

    @TempDir
    private static Path directory;

    private static CutoutArchive archive;
    private static LinkSource source;
    private static String run;

    @BeforeAll
    static void ingest() throws IOException, SQLException {
        SimulatedSet.write(directory);
        archive = new CutoutArchive(Map.of(), directory);
        source = ServiceLoader.load(LinkProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(CutoutLinkProvider.class::isInstance)
                .findFirst()
                .orElseThrow()
                .linkSources(archive.services())
                .get(0);
        run = archive.products().get(0);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static ServiceDescriptor descriptor(int number) {
        Link link = source.links(run, Caller.ANONYMOUS, BASE).get(number);
        return ((Link.Target.Service) link.target()).descriptor();
    }

    private static ServiceDescriptor.Input input(String name) {
        return descriptor(0).inputs().stream()
                .filter(input -> input.parameter().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothServicesAreLinkedAsCutouts() {
        List<Link> links = source.links(run, Caller.ANONYMOUS, BASE);
        assertThat(links).extracting(Link::semantics).containsExactly("#cutout", "#cutout");
        assertThat(descriptor(0).standardId()).contains("ivo://ivoa.net/std/SODA#sync-1.0");
        assertThat(descriptor(0).accessUrl()).hasToString("http://localhost:8080/cta/soda/sync");
        assertThat(descriptor(1).standardId()).contains("ivo://ivoa.net/std/SODA#async-1.0");
        assertThat(descriptor(1).accessUrl()).hasToString("http://localhost:8080/cta/soda/async");
    }

    @ParameterizedTest
    @CsvSource({
        "ID, meta.ref.url;meta.curation, '', char, *, ''",
        "CIRCLE, pos.outline;obs, deg, double, 3, circle",
        "POLYGON, pos.outline;obs, deg, double, *, polygon",
        "POS, pos.outline;obs, '', char, *, ''",
        "BAND, em.wl;stat.interval, m, double, 2, interval",
        "TIME, time.interval;obs.exposure, d, double, 2, interval",
        "ENERGY, em.energy;stat.interval, TeV, double, 2, interval"
    })
    void parametersHaveTheirThreeFactorsToTheLetter(
            String name, String ucd, String unit, String datatype, String arraysize, String xtype) {
        var parameter = input(name).parameter();
        assertThat(parameter.ucd()).contains(ucd);
        assertThat(parameter.unit().orElse("")).isEqualTo(unit);
        assertThat(parameter.datatype()).isEqualTo(datatype);
        assertThat(parameter.arraysize()).contains(arraysize);
        assertThat(parameter.xtype().orElse("")).isEqualTo(xtype);
    }

    @Test
    void theIdentifierIsFixed() {
        assertThat(input("ID").value()).contains(run);
    }

    @Test
    void intervalsTellTheRangeOfThisVeryList() {
        for (String name : List.of("TIME", "BAND", "ENERGY")) {
            double low = Double.parseDouble(input(name).minimum().orElseThrow());
            double high = Double.parseDouble(input(name).maximum().orElseThrow());
            assertThat(low).as(name).isLessThan(high);
            assertThat(archive.cut("ID", run, name, low + " " + high).status()).isEqualTo(200);
        }
        assertThat(Double.parseDouble(input("ENERGY").minimum().orElseThrow())).isBetween(0.001, 1.0);
    }

    @Test
    void shapesTellOnlyWhatCoversTheList() {
        assertThat(input("CIRCLE").minimum()).isEmpty();
        assertThat(input("POLYGON").minimum()).isEmpty();
        assertThat(input("POS").maximum()).isEmpty();
        String circle = input("CIRCLE").maximum().orElseThrow();
        String polygon = input("POLYGON").maximum().orElseThrow();
        assertThat(polygon.split(" ", -1)).hasSize(24);
        long inCircle = FitsText.of(archive.cut("ID", run, "CIRCLE", circle).bytes())
                .part("EVENTS")
                .columns()
                .get("TIME")
                .size();
        long inBoth = FitsText.of(archive.cut("ID", run, "CIRCLE", circle, "POLYGON", polygon)
                        .bytes())
                .part("EVENTS")
                .columns()
                .get("TIME")
                .size();
        assertThat(inBoth).isEqualTo(inCircle);
        double[] numbers = Arrays.stream(circle.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(numbers).hasSize(3);
    }

    @Test
    void resultsWithIdentifiersTellOfTheService() {
        RecordDecorator decorator =
                new SodaPlugin().decorators(archive.services()).get(0);
        ColumnDescription column = ColumnDescription.of("obs_publisher_did", "char", "*");
        ServiceDescriptor generic = decorator.describe(List.of(column), BASE).orElseThrow();
        assertThat(generic.inputs().get(0).column()).contains("obs_publisher_did");
        assertThat(generic.inputs().get(0).value()).isEmpty();
        assertThat(generic.inputs())
                .extracting(ServiceDescriptor.Input::maximum)
                .containsOnly(Optional.empty());
        assertThat(decorator.describe(List.of(ColumnDescription.of("obs_id", "char", "*")), BASE))
                .isEmpty();
    }

    @Test
    void nothingIsLinkedForWhatIsUnknownOrHidden() throws SQLException {
        assertThat(source.links("ivo://ctavo.example/none?1", Caller.ANONYMOUS, BASE))
                .isEmpty();
        String hidden = archive.products().get(3);
        archive.execute("SELECT cta.secure_product('" + hidden + "', '{members}')");
        assertThat(source.links(hidden, Caller.ANONYMOUS, BASE)).isEmpty();
        assertThat(source.links(hidden, CutoutArchive.MEMBER, BASE)).hasSize(2);
    }

    @Test
    void linksSayWhoMayFollowThem() throws SQLException {
        String kept = archive.products().get(4);
        archive.execute("UPDATE cta.data_product SET data_rights = 'proprietary', obs_release_date = '2999-12-31',"
                + " access_groups = '{members}' WHERE obs_publisher_did = '" + kept + "'");
        assertThat(source.links(kept, Caller.ANONYMOUS, BASE).get(0).authorization())
                .isEqualTo(Optional.of(new Link.Authorization("true", false)));
        assertThat(source.links(kept, CutoutArchive.MEMBER, BASE).get(0).authorization())
                .isEqualTo(Optional.of(new Link.Authorization("true", true)));
        assertThat(source.links(run, Caller.ANONYMOUS, BASE).get(0).authorization())
                .isEqualTo(Optional.of(new Link.Authorization("false", true)));
    }
}
