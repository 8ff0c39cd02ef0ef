package org.ctavo.tables.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpServer;
import org.ctavo.spi.Caller;
import org.ctavo.tables.TablesFixture;
import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UploadTest {
    private static final String FIELDS =
            """
            <FIELD name="ID" datatype="int" ucd="meta.id"><DESCRIPTION>number</DESCRIPTION><VALUES null="-99"/></FIELD>
            <FIELD name="flag" datatype="boolean"/>
            <FIELD name="tiny" datatype="unsignedByte"/>
            <FIELD name="small" datatype="short"/>
            <FIELD name="big" datatype="long"/>
            <FIELD name="single" datatype="float" unit="TeV"/>
            <FIELD name="wide" datatype="double"/>
            <FIELD name="letter" datatype="char"/>
            <FIELD name="words" datatype="char" arraysize="*"/>
            <FIELD name="accents" datatype="unicodeChar" arraysize="*"/>
            <FIELD name="moment" datatype="char" arraysize="*" xtype="timestamp"/>
            <FIELD name="p" datatype="double" arraysize="2" xtype="point"/>
            <FIELD name="r" datatype="char" arraysize="*" xtype="adql:REGION"/>
            <FIELD name="three" datatype="int" arraysize="3"/>
            <FIELD name="bits" datatype="bit" arraysize="10"/>
            <FIELD name="z" datatype="doubleComplex"/>
            <FIELD name="bytes" datatype="unsignedByte" arraysize="*"/>
            <FIELD name="Mixed Case" datatype="int"/>
            <FIELD name="size" datatype="int"/>
            """;
    private static final String ROWS =
            """
            <TR><TD>1</TD><TD>T</TD><TD>250</TD><TD>-32700</TD><TD>9223372036854775807</TD><TD>1.5</TD><TD>-Inf</TD>
            <TD>x</TD><TD>a &lt; b</TD><TD>é€</TD><TD>2026-11-20T12:00:00.25</TD><TD>10 20</TD>
            <TD>Circle ICRS 1 2 3</TD><TD>1 2 3</TD><TD>1 0 1 0 1 0 1 0 1 1</TD><TD>1.5 -2</TD><TD>0 128 255</TD>
            <TD>7</TD><TD>8</TD></TR>
            <TR><TD>-99</TD><TD/><TD/><TD/><TD/><TD/><TD>NaN</TD><TD/><TD/><TD/><TD/><TD/><TD/><TD>4 5 6</TD>
            <TD>0 0 0 0 0 0 0 0 0 0</TD><TD>0 0</TD><TD/><TD/><TD/></TR>
            """;
    private static final String TABLE = votable(FIELDS + "<DATA><TABLEDATA>" + ROWS + "</TABLEDATA></DATA>");
    private static final String EXPECTED = "1,true,250,-32700,9223372036854775807,1.5,-Infinity,x,a < b,é€,"
            + "2026-11-20T12:00:00.25,10 20,Circle ICRS 1 2 3,1 2 3,";

    private static TablesFixture tap;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void open() throws SQLException {
        tap = new TablesFixture("upload.most-bytes", "2MB");
    }

    @AfterAll
    static void close() throws IOException {
        tap.close();
    }

    private static String votable(String table) {
        return "<?xml version=\"1.0\"?>\n<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">"
                + "<RESOURCE><TABLE>" + table + "</TABLE></RESOURCE></VOTABLE>";
    }

    private static RecordingExchange send(byte[] table, String query, String... more) throws IOException {
        String[] parameters = Stream.concat(Stream.of("QUERY", query, "UPLOAD", "mine,param:table"), Stream.of(more))
                .toArray(String[]::new);
        return tap.ask(
                RecordingExchange.post("/sync", parameters).withPart("table", "application/x-votable+xml", table));
    }

    private static RecordingExchange send(String table) throws IOException {
        return send(table.getBytes(StandardCharsets.UTF_8), "SELECT * FROM TAP_UPLOAD.mine", "FORMAT", "csv");
    }

    @Test
    void mustKeepEveryValueOfEveryType() throws IOException {
        RecordingExchange answer = send(TABLE);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String[] lines = answer.text().split("\r\n", -1);
        assertThat(lines[0])
                .isEqualTo("ID,flag,tiny,small,big,single,wide,letter,words,accents,moment,p,r,three,bits,z,"
                        + "bytes,Mixed Case,size");
        assertThat(lines[1]).startsWith(EXPECTED).endsWith(",1.5 -2,0 128 255,7,8");
        assertThat(lines[2]).startsWith(",,,,,").contains("NaN").endsWith(",4 5 6,f f f f f f f f f f,0 0,,,");
    }

    @Test
    void mustKeepTheMetadataOfTheColumns() throws IOException {
        String votable = send(
                        TABLE.getBytes(StandardCharsets.UTF_8),
                        "SELECT id, single, moment, p, tiny, \"Mixed Case\" FROM TAP_UPLOAD.mine",
                        "FORMAT",
                        "votable/td")
                .text();
        assertThat(votable)
                .containsPattern("<FIELD[^>]*name=\"ID\"[^>]*datatype=\"int\"[^>]*ucd=\"meta.id\"")
                .contains("<DESCRIPTION>number</DESCRIPTION>")
                .containsPattern("name=\"single\"[^>]*datatype=\"float\"[^>]*unit=\"TeV\"")
                .containsPattern("name=\"moment\"[^>]*xtype=\"timestamp\"")
                .containsPattern("name=\"p\"[^>]*datatype=\"double\"[^>]*arraysize=\"2\"[^>]*xtype=\"point\"")
                .containsPattern("name=\"tiny\"[^>]*datatype=\"unsignedByte\"")
                .contains("name=\"Mixed Case\"");
    }

    @ParameterizedTest
    @CsvSource({"votable-binary-inline", "votable-binary2-inline", "votable-tabledata", "votable-fits-inline", "fits"})
    void mustReadEverySerializationThatOtherSoftwareWrites(String format) throws Exception {
        Path source = Files.writeString(directory.resolve("source.vot"), TABLE);
        Path converted = directory.resolve("converted");
        Process stilts;
        try {
            stilts = new ProcessBuilder(
                            "stilts", "tcopy", "ifmt=votable", "in=" + source, "ofmt=" + format, "out=" + converted)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), "stilts is not installed");
            throw e;
        }
        String said = new String(stilts.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(stilts.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(stilts.exitValue()).as(said).isZero();
        RecordingExchange answer =
                send(Files.readAllBytes(converted), "SELECT * FROM TAP_UPLOAD.mine", "FORMAT", "csv");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text().split("\r\n", -1)[1])
                .startsWith("1,true,250,-32700,9223372036854775807,1.5,-Infinity,x,a < b,")
                .contains(",10 20,", ",1 2 3,")
                .endsWith(",7,8");
    }

    @Test
    void theFirstLineOfCsvNamesTheColumnsThoughAllIsText() throws IOException {
        String csv = "target\nCrab\nVela\n";
        assertThat(send(
                                csv.getBytes(StandardCharsets.UTF_8),
                                "SELECT target FROM TAP_UPLOAD.mine ORDER BY target",
                                "FORMAT",
                                "csv")
                        .text())
                .isEqualTo("target\r\nCrab\r\nVela\r\n");
    }

    @Test
    void readsCsvAndPackedTables() throws IOException {
        String csv = "name,ra,dec\nCrab,83.633,22.0145\nVela,128.8,-45.2\n";
        assertThat(send(
                                csv.getBytes(StandardCharsets.UTF_8),
                                "SELECT name FROM TAP_UPLOAD.mine WHERE dec > 0",
                                "FORMAT",
                                "csv")
                        .text())
                .isEqualTo("name\r\nCrab\r\n");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(send(packed.toByteArray(), "SELECT COUNT(*) AS n FROM TAP_UPLOAD.mine", "FORMAT", "csv")
                        .text())
                .isEqualTo("n\r\n2\r\n");
    }

    @Test
    void joinsWithPublishedTablesAndLeavesNothingBehind() throws IOException, SQLException {
        String csv = "id,note\n1,first\n9,none\n";
        for (int i = 0; i < 20; i++) {
            assertThat(send(
                                    csv.getBytes(StandardCharsets.UTF_8),
                                    "SELECT a.words, m.note FROM t.all_types AS a JOIN TAP_UPLOAD.mine AS m USING (id)",
                                    "FORMAT",
                                    "csv")
                            .text())
                    .isEqualTo("words,note\r\nplain,first\r\n");
        }
        try (Connection connection = tap.database().asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pg_class WHERE relname LIKE 'upload%' AND relkind = 'r'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void theConnectionIsReadOnlyAgainAfterAnUpload() throws IOException, SQLException {
        send("a\n1\n");
        send("<VOTABLE><RESOURCE><TABLE><FIELD name='a' datatype='int'/><DATA><TABLEDATA><TR><TD>x</TD></TR>"
                + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>");
        for (int i = 0; i < 20; i++) {
            try (Connection connection = tap.database().asCaller(Caller.ANONYMOUS);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW transaction_read_only")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("on");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mine",
                "mine,",
                "1mine,param:table",
                "my table,param:table",
                "mine,table",
                "mine,param:nothing",
                "mine,ftp://example.org/x",
                "mine,file:///etc/passwd",
                "mine,http://user:pw@example.org/",
                "mine,param:table;MINE,param:table",
                "a\"b,param:table",
                "mine,jar:file:/x!/y"
            })
    void refusesWhatIsNoUpload(String upload) throws IOException {
        RecordingExchange answer =
                tap.ask(RecordingExchange.post("/sync", "QUERY", "SELECT * FROM TAP_UPLOAD.mine", "UPLOAD", upload)
                        .withPart("table", "text/csv", "a\n1\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isBetween(400, 403);
        assertThat(answer.text()).contains("UPLOAD", "value=\"ERROR\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://localhost:1/x",
                "http://[::1]:1/",
                "http://10.0.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://0.0.0.0/",
                "http://[fd00::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://2130706433/",
                "http://100.64.0.1/"
            })
    void neverFetchesFromInside(String address) throws IOException {
        RecordingExchange answer = tap.query("SELECT * FROM TAP_UPLOAD.mine", "UPLOAD", "mine," + address);
        assertThat(answer.status()).isIn(400, 403);
        assertThat(answer.text()).contains("UPLOAD");
    }

    @Test
    void fetchesFromTheWebWithinItsLimits() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/table", http -> {
            byte[] body = "a\n5\n".getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(200, body.length);
            http.getResponseBody().write(body);
            http.close();
        });
        server.createContext("/endless", http -> {
            http.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            try (OutputStream out = http.getResponseBody()) {
                for (int i = 0; i < 1 << 14; i++) {
                    out.write(block);
                }
            }
        });
        server.createContext("/slow", http -> {
            try {
                TimeUnit.SECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            http.close();
        });
        server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool());
        server.start();
        String base = "http://localhost:" + server.getAddress().getPort();
        try (TablesFixture open = new TablesFixture(
                "upload.private-addresses", "true", "upload.most-bytes", "1MB", "upload.fetch-time", "2s")) {
            String query = "SELECT a FROM TAP_UPLOAD.m";
            assertThat(open.query(query, "UPLOAD", "m," + base + "/table", "FORMAT", "csv")
                            .text())
                    .isEqualTo("a\r\n5\r\n");
            assertThat(open.query(query, "UPLOAD", "m," + base + "/endless").status())
                    .isEqualTo(413);
            assertThat(open.query(query, "UPLOAD", "m," + base + "/missing").status())
                    .isEqualTo(400);
            Assertions.assertTimeout(Duration.ofSeconds(10), () -> assertThat(
                            open.query(query, "UPLOAD", "m," + base + "/slow").text())
                    .contains("longer than 2 s"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void hostileTablesAreRefusedEachWithItsReason() throws IOException {
        String entities = "<?xml version='1.0'?><!DOCTYPE V [<!ENTITY a 'aaaaaaaaaa'><!ENTITY x SYSTEM"
                + " 'file:///etc/passwd'>]><VOTABLE><RESOURCE><TABLE><FIELD name='a' datatype='char' arraysize='*'/>"
                + "<DATA><TABLEDATA><TR><TD>&x;</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";
        assertThat(send(entities).text()).contains("DOCTYPE").doesNotContain("root:");
        assertThat(tap.ask(RecordingExchange.post(
                                        "/sync", "QUERY", "SELECT * FROM TAP_UPLOAD.mine", "UPLOAD", "mine,param:table")
                                .withPart("table", "x", entities.getBytes(StandardCharsets.UTF_16)))
                        .text())
                .contains("DOCTYPE");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                gzip.write(block);
            }
        }
        assertThat(send(bomb.toByteArray(), "SELECT * FROM TAP_UPLOAD.mine").status())
                .isEqualTo(413);
        String claim = Base64.getEncoder().encodeToString(new byte[] {0x7f, -1, -1, -1, 0, 0});
        assertThat(send(votable("<FIELD name='a' datatype='long' arraysize='*'/><DATA><BINARY><STREAM"
                                + " encoding='base64'>" + claim + "</STREAM></BINARY></DATA>"))
                        .text())
                .contains("longer than an upload may be");
        assertThat(send(votable("<FIELD name='a' datatype='int'/><DATA><BINARY><STREAM encoding='base64'>AAAA"
                                + "</STREAM></BINARY></DATA>"))
                        .text())
                .contains("end within a row");
        assertThat(send(votable("<FIELD name='a' datatype='int'/><DATA><BINARY2><STREAM href='file:///etc/passwd'"
                                + " encoding='base64'/></BINARY2></DATA>"))
                        .text())
                .contains("href");
        assertThat(send("<VOTABLE><RESOURCE>").text()).contains("not well-formed");
        assertThat(send("").text()).contains("empty");
        assertThat(send(votable("")).text()).contains("no table");
        assertThat(send(votable("<FIELD name='a' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD></TR><TR><TD>one</TD>"
                                + "</TR></TABLEDATA></DATA>"))
                        .text())
                .contains("row 2", "column &apos;a&apos;".replace("&apos;", "'"));
        assertThat(send("SIMPLE  =                    T").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"a,a", "ctid,b"})
    void columnsThatTheDatabaseCannotTellApartAreTheUsersFault(String first, String second) throws IOException {
        RecordingExchange answer = send(votable("<FIELD name='" + first + "' datatype='int'/><FIELD name='" + second
                + "' datatype='int'/><DATA><TABLEDATA><TR><TD>1</TD><TD>2</TD></TR></TABLEDATA></DATA>"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("rename it");
    }
}
