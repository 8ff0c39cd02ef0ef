package org.ctavo.war.example;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.ctavo.archive.link.Link;
import org.ctavo.spi.Caller;
import org.ctavo.war.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The plugin of docs/developer.md in a whole service. */
@Timeout(120)
class NotesPluginIT {
    private static RunningService running;

    @BeforeAll
    static void start() throws IOException, SQLException {
        running = RunningService.start(new NotesPlugin());
        try (Connection connection = running.service().database().asIngest();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO notes.note (obs_publisher_did, note)"
                    + " VALUES ('ivo://a/b?1', 'clouds'), ('ivo://a/b?1', 'meteor'), ('ivo://a/b?2', 'calm')");
        }
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static String csv(String adql) throws IOException, InterruptedException {
        String query = URLEncoder.encode(adql, StandardCharsets.UTF_8);
        return running.get("/tap/sync?LANG=ADQL&FORMAT=csv&QUERY=" + query).body();
    }

    @Test
    void theTableAndTheFunctionAreAskedInAdql() throws Exception {
        assertThat(csv("SELECT note, notes_count(obs_publisher_did) AS n FROM notes.note ORDER BY note")
                        .lines())
                .containsExactly("note,n", "calm,1", "clouds,2", "meteor,2");
        assertThat(csv("SELECT indexed FROM tap_schema.columns"
                                + " WHERE table_name = 'notes.note' AND column_name = 'obs_publisher_did'")
                        .lines())
                .containsExactly("indexed", "1");
    }

    @Test
    void thePageShowsTheNotesOfAProduct() throws Exception {
        assertThat(running.get("/notes?ID=ivo://a/b?1").body()).isEqualTo("clouds\nmeteor\n");
        assertThat(running.get("/notes").statusCode()).isEqualTo(400);
        assertThat(running.send(HttpRequest.newBuilder(running.uri("/notes"))
                                .DELETE()
                                .build())
                        .statusCode())
                .isEqualTo(405);
        assertThat(running.get("/tap/examples").body()).contains("The latest notes");
    }

    @Test
    void theLinksLeadToThePage() {
        List<Link> links = new NoteLinks()
                .linkSources(null)
                .get(0)
                .links("ivo://a/b?1", Caller.ANONYMOUS, URI.create("http://localhost/cta"));
        assertThat(links).extracting(Link::target).asString().contains("/notes?ID=ivo%3A%2F%2Fa%2Fb%3F1");
    }
}
