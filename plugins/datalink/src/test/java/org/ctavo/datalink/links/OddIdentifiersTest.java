package org.ctavo.datalink.links;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ctavo.archive.FileCatalogue;
import org.ctavo.datalink.SmallArchive;
import org.ctavo.datalink.file.FileEndpoint;
import org.ctavo.schema.ProductTypes;
import org.ctavo.schema.PublishedViews;
import org.ctavo.spi.Caller;
import org.ctavo.testing.TestPostgres;
import org.ctavo.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a row of {@code ivoa.obscore} to the bytes, by clients that take addresses as they are: identifiers and file
 * names with characters that mean something in an address. The archive takes most of these identifiers from nobody; the
 * test takes the constraint away.
 */
class OddIdentifiersTest {
    private static final List<String> NAMES =
            List.of("plain", "a&ID=ivo://x/y", "a#b", "a+b", "a%20b", "a%b", "a b", "Zürich-α-東京", "a\"<b>'c';=d");

    @TempDir
    private static Path directory;

    private static SmallArchive archive;
    private static TestServer server;

    @BeforeAll
    static void open() throws IOException, SQLException {
        archive = new SmallArchive(directory);
        try (Connection owner = TestPostgres.connect(archive.logins().owner());
                Statement statement = owner.createStatement()) {
            statement.execute("ALTER TABLE cta.data_product DROP CONSTRAINT data_product_obs_publisher_did_check");
        }
        for (String name : NAMES) {
            archive.publicProduct(name);
        }
        FileCatalogue catalogue = new FileCatalogue(archive.database());
        server = TestServer.of(
                new LinksEndpoint(
                        new ProductKeys(archive.database()),
                        List.of(
                                new FileLinks(catalogue, archive.store(), Clock.systemUTC()),
                                new PackageLinks(catalogue, archive.store(), Clock.systemUTC()),
                                new ProvenanceLinks()),
                        10),
                new FileEndpoint(catalogue, archive.store(), Clock.systemUTC()));
        try (Connection service = archive.database().asService()) {
            PublishedViews.publish(service, server.base(), ProductTypes.CORE11);
        }
    }

    @AfterAll
    static void close() {
        server.close();
        archive.close();
    }

    static Stream<String> names() {
        return NAMES.stream();
    }

    private static String address(String name) throws SQLException {
        try (Connection connection = archive.database().asCaller(Caller.ANONYMOUS);
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT access_url FROM ivoa.obscore WHERE obs_publisher_did = ?")) {
            statement.setString(1, SmallArchive.id(name));
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), command[0] + " is not installed");
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    @ParameterizedTest
    @MethodSource("names")
    void curlFollowsTheAddressesFromTheRowToTheBytes(String name) throws Exception {
        String links = run("curl", "-sS", "--globoff", "--fail", address(name));
        assertThat(links).doesNotContain("Fault").contains("<TD>#this</TD>", "<TD>#package</TD>");
        Matcher file = Pattern.compile("<TD>(http[^<]*/files/[^<#]*)</TD>").matcher(links);
        assertThat(file.find()).isTrue();
        assertThat(run("curl", "-sS", "--globoff", "--fail", file.group(1))).isEqualTo(SmallArchive.CONTENT);
    }

    @ParameterizedTest
    @MethodSource("names")
    void stiltsReadsTheLinksOfTheRightProduct(String name) throws Exception {
        assertThat(run("stilts", "tpipe", "in=" + address(name), "cmd=keepcols \"ID semantics\"", "ofmt=csv"))
                .doesNotContain("Fault")
                .contains("#this", "#package");
    }

    @ParameterizedTest
    @MethodSource("names")
    void pyvoFindsTheFileOfTheRightProduct(String name) throws Exception {
        assertThat(run(
                        "/usr/bin/python3",
                        "-W",
                        "ignore",
                        "-c",
                        """
                        import sys, urllib.parse, urllib.request
                        wanted = urllib.parse.unquote(sys.argv[2])
                        try:
                            from pyvo.dal.adhoc import DatalinkResults
                        except ImportError:
                            sys.exit(print('pyvo is not there: ' + sys.argv[2]))
                        links = DatalinkResults.from_result_url(sys.argv[1])
                        # bysemantics would fetch the vocabulary from the network.
                        this = next(link for link in links if link.semantics == '#this')
                        assert this['ID'] == wanted, ascii(this['ID'])
                        print(sys.argv[2], len(urllib.request.urlopen(this.access_url).read()))
                        """,
                        address(name),
                        URLEncoder.encode(SmallArchive.id(name), StandardCharsets.UTF_8)
                                .replace("+", "%20")))
                .contains("ivo%3A");
    }
}
