package org.ctavo.datalink.links;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.link.Link;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.datalink.SmallArchive;
import org.ctavo.spi.Caller;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;
import org.ctavo.spi.ServiceDescriptor;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinksEndpointTest {
    @TempDir
    private static Path directory;

    private static SmallArchive archive;
    private static LinksEndpoint endpoint;

    @BeforeAll
    static void open() throws IOException, SQLException {
        archive = new SmallArchive(directory);
        endpoint = new LinksEndpoint(
                new ProductKeys(archive.database()),
                List.of(
                        new FileLinks(new FileCatalogue(archive.database()), archive.store(), Clock.systemUTC()),
                        new PackageLinks(new FileCatalogue(archive.database()), archive.store(), Clock.systemUTC()),
                        (product, caller, base) -> List.of(cutout(product, base)),
                        new Broken(),
                        new ProvenanceLinks()),
                3);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    /** A service with all kinds of parameters. */
    private static Link cutout(String product, URI base) {
        ServiceDescriptor descriptor = new ServiceDescriptor(
                "cut-out of " + product,
                "events of a part & no others",
                Optional.of("ivo://ivoa.net/std/SODA#sync-1.0"),
                URI.create(base + "/soda/sync"),
                List.of(
                        input("ID", "char", "*", null, null, "meta.ref.url;meta.curation", product, null, null),
                        input("BAND", "double", "2", "interval", "m", "em.wl;stat.interval", null, "1e-20", "5e-18"),
                        input("CIRCLE", "double", "3", "circle", "deg", "pos.outline;obs", null, null, "83 22 2.5"),
                        new ServiceDescriptor.Input(
                                ColumnDescription.of("FORMAT", "char", "*"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of("fits", "votable"))));
        return new Link(
                "#cutout",
                new Link.Target.Service(descriptor),
                "cut-out",
                Optional.of("application/fits"),
                OptionalLong.empty(),
                Optional.of("#event-list"),
                Optional.of("cutout"),
                Optional.of(new Link.Authorization("false", true)));
    }

    private static ServiceDescriptor.Input input(
            String name,
            String datatype,
            String arraysize,
            String xtype,
            String unit,
            String ucd,
            String value,
            String minimum,
            String maximum) {
        ColumnDescription parameter = new ColumnDescription(
                name,
                datatype,
                Optional.of(arraysize),
                Optional.ofNullable(xtype),
                Optional.ofNullable(unit),
                Optional.of(ucd),
                Optional.empty(),
                "",
                false,
                false,
                true);
        return new ServiceDescriptor.Input(
                parameter,
                Optional.empty(),
                Optional.ofNullable(value),
                Optional.ofNullable(minimum),
                Optional.ofNullable(maximum),
                List.of());
    }

    /** A source whose fault is its own. */
    private static final class Broken implements LinkSource {

        @Override
        public List<Link> links(String product, Caller caller, URI base) {
            throw new Fault(RequestFault.BUSY, "Previews are being made.");
        }

        @Override
        public String semantics() {
            return "#preview";
        }
    }

    private static RecordingExchange ask(String... parameters) throws IOException {
        RecordingExchange exchange = RecordingExchange.get("", parameters);
        endpoint.handle(exchange);
        return exchange;
    }

    @Test
    void mustAnswerInTheCanonicalMediaTypeWithTheStandardsId() throws IOException {
        RecordingExchange answer = ask("ID", SmallArchive.id("open"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.answered("Content-Type")).contains("application/x-votable+xml;content=datalink");
        assertThat(answer.text()).contains("name=\"standardID\" value=\"ivo://ivoa.net/std/DataLink#links-1.1\"");
    }

    @Test
    void linksTheProductAndEachInstrumentResponse() throws IOException {
        String text = ask("ID", SmallArchive.id("open")).text();
        assertThat(text)
                .contains("/files/runs/dl3/open%20run.fits</TD>", "<TD>#this</TD>", "<TD>#event-list</TD>")
                .contains("/files/runs/dl3/open%20run.fits#AEFF</TD>", "effective area (extension AEFF)")
                .contains("/files/runs/dl3/open%20run.fits#PSF</TD>", "http://www.ivoa.net/rdf/response-type#psf")
                .contains("good time intervals (extension GTI)</TD><TD>#auxiliary</TD>")
                .contains("<TD>1000</TD>", "<TD>false</TD><TD>true</TD>");
    }

    @Test
    void linksToWhereTheProductCameFrom() throws IOException {
        assertThat(ask("ID", SmallArchive.id("open")).text())
                .contains(
                        "/provsap?ID=ivo%3A%2F%2Ftest.archive%2Fruns%3Fopen&amp;DEPTH=ALL&amp;RESPONSEFORMAT=PROV-SVG")
                .contains("<TD>image/svg+xml</TD>");
    }

    @Test
    void mustGiveAtLeastOneRowForEachId() throws IOException {
        String text = ask("ID", "ivo://test.archive/runs?nowhere", "ID", "no identifier")
                .text();
        assertThat(text).contains("NotFoundFault: ", "UsageFault: ");
    }

    @Test
    void mustDescribeEachServiceOnceUnderTheIdThatItsRowGives() throws IOException {
        String text = ask("ID", SmallArchive.id("open"), "ID", SmallArchive.id("kept"))
                .text();
        assertThat(text)
                .contains("<TD>service-1</TD>", "<TD>service-2</TD>")
                .containsOnlyOnce(
                        "utype=\"adhoc:service\" name=\"cut-out of " + SmallArchive.id("open") + "\" ID=\"service-1\"")
                .contains("name=\"ID\" datatype=\"char\" arraysize=\"*\" ucd=\"meta.ref.url;meta.curation\" value=\""
                        + SmallArchive.id("kept") + "\"")
                .contains("<PARAM name=\"BAND\" datatype=\"double\" arraysize=\"2\" xtype=\"interval\" unit=\"m\""
                        + " ucd=\"em.wl;stat.interval\" value=\"\"><VALUES><MIN value=\"1e-20\"/>"
                        + "<MAX value=\"5e-18\"/></VALUES></PARAM>")
                .contains("<VALUES><MAX value=\"83 22 2.5\"/></VALUES>")
                .contains("<VALUES><OPTION value=\"fits\"/><OPTION value=\"votable\"/></VALUES>")
                .contains("a part &amp; no others");
    }

    @Test
    void aSourceThatFailsIsOneErrorRowAmongTheLinks() throws IOException {
        assertThat(ask("ID", SmallArchive.id("open")).text())
                .contains("<TD>TransientFault: Previews are being made.</TD><TD></TD><TD>#preview</TD>")
                .contains("<TD>#this</TD>", "<TD>image/svg+xml</TD>");
    }

    @Test
    void linksThePackageOfTheProduct() throws IOException {
        assertThat(ask("ID", SmallArchive.id("open")).text())
                .contains("/datalink/package?ID=ivo%3A%2F%2Ftest.archive%2Fruns%3Fopen</TD>", "<TD>#package</TD>")
                .contains("<TD>application/x-tar</TD>");
    }

    @Test
    void aFileThatIsGoneIsAnErrorRowAndTheOtherLinksStay() throws IOException {
        Path file = archive.directory().resolve("dl3").resolve("kept run.fits");
        Path aside = file.resolveSibling("aside");
        Files.move(file, aside);
        try {
            String text = ask("ID", SmallArchive.id("kept")).text();
            assertThat(text)
                    .contains("<TD></TD><TD></TD><TD>NotFoundFault: kept run.fits is listed and not there at present;"
                            + " tell the archive's operator</TD><TD></TD><TD>#this</TD>")
                    .doesNotContain("/files/", "/datalink/package")
                    .contains("provenance-json", "<TD>service-1</TD>");
            assertThat(ask("ID", SmallArchive.id("open")).text()).contains("/files/runs/dl3/open%20run.fits</TD>");
        } finally {
            Files.move(aside, file);
        }
        assertThat(ask("ID", SmallArchive.id("kept")).text()).contains("/files/", "/datalink/package");
    }

    @Test
    void mustAnswerPostLikeGet() throws IOException {
        RecordingExchange post = RecordingExchange.post("", "ID", SmallArchive.id("open"), "id", "ivo://x/y");
        endpoint.handle(post);
        assertThat(post.text())
                .isEqualTo(ask("ID", SmallArchive.id("open"), "ID", "ivo://x/y").text());
    }

    @Test
    void maxrecBoundsTheIdentifiersAndNeverCutsOne() throws IOException {
        String text = ask("ID", SmallArchive.id("open"), "ID", SmallArchive.id("kept"), "MAXREC", "1")
                .text();
        assertThat(text)
                .contains("value=\"OVERFLOW\"", "provenance-json")
                .doesNotContain("<TD>" + SmallArchive.id("kept"));
        assertThat(ask("ID", SmallArchive.id("open"), "MAXREC", "0").text()).contains("<TABLEDATA></TABLEDATA>");
    }

    @Test
    void noIdGivesAnEmptyTable() throws IOException {
        assertThat(ask().text()).contains("<TABLEDATA></TABLEDATA>");
    }

    @Test
    void tooManyIdsOverflow() throws IOException {
        String text = ask("ID", "ivo://a/1", "ID", "ivo://a/2", "ID", "ivo://a/3", "ID", "ivo://a/4")
                .text();
        assertThat(text).contains("ivo://a/3", "value=\"OVERFLOW\"").doesNotContain("ivo://a/4");
    }

    @Test
    void tellsWhetherTheCallerMayFollow() throws IOException {
        assertThat(ask("ID", SmallArchive.id("kept")).text()).contains("<TD>true</TD><TD>false</TD>");
        RecordingExchange member = RecordingExchange.get("", "ID", SmallArchive.id("kept"))
                .from(new Caller(Optional.of("m"), Set.of("members"), Caller.Authentication.TOKEN));
        endpoint.handle(member);
        assertThat(member.text()).contains("<TD>true</TD><TD>true</TD>");
    }

    @Test
    void aSecureProductIsAnsweredLikeOneThatDoesNotExist() throws IOException {
        String hidden = ask("ID", SmallArchive.id("hidden")).text();
        String missing = ask("ID", SmallArchive.id("absent")).text();
        assertThat(hidden.replace("hidden", "absent")).isEqualTo(missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"votable", "application/x-votable+xml", "application/x-votable+xml;serialization=TABLEDATA"})
    void mustAcceptVotable(String format) throws IOException {
        assertThat(ask("RESPONSEFORMAT", format).status()).isEqualTo(200);
    }

    @Test
    void refusesOtherFormatsWithAnErrorDocument() throws IOException {
        RecordingExchange answer = ask("RESPONSEFORMAT", "text/csv");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("value=\"ERROR\">UsageFault: ");
    }

    @Test
    void hostileIdentifiersStayText() throws IOException {
        String text =
                ask("ID", "ivo://x/<script>alert(1)</script>&\u0000\u0001'\"").text();
        assertThat(text).contains("&lt;script&gt;").doesNotContain("<script>", "\u0001");
    }

    @Test
    void datalinklintFindsNothing() throws Exception {
        try (TestServer server = TestServer.of(endpoint)) {
            String url =
                    server.base() + "/datalink/links?ID=ivo%3A%2F%2Ftest.archive%2Fruns%3Fopen&ID=ivo%3A%2F%2Fx%2Fy";
            Process lint;
            try {
                lint = new ProcessBuilder("stilts", "datalinklint", "votable=" + url)
                        .redirectErrorStream(true)
                        .start();
            } catch (IOException e) {
                Assumptions.assumeTrue("true".equals(System.getenv("CI")), "stilts is not installed");
                throw e;
            }
            String report = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(lint.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(report.lines()
                            .filter(line -> line.startsWith("E-") || line.startsWith("W-"))
                            // stilts 3.4.7 knows the terms of DataLink 1.0.
                            .filter(line -> !line.contains("Unknown predicate 'package'")))
                    .as(report)
                    .isEmpty();
        }
    }
}
