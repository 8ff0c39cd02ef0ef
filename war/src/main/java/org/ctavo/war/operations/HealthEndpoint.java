package org.ctavo.war.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the service can answer queries now: 200 if so, 503 if not, for load balancers and alarms. */
public final class HealthEndpoint implements Endpoint {
    /** Where it is, below the base. */
    public static final String PATH = "/health";

    private static final Logger LOG = LoggerFactory.getLogger(HealthEndpoint.class);
    private static final int PATIENCE_SECONDS = 2;

    private final Database database;
    private final String version;

    /** Asks this database. */
    public HealthEndpoint(Database database, String version) {
        this.database = database;
        this.version = version;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        Plain.onlyGet(exchange);
        boolean up = isDatabaseUp();
        exchange.status(up ? 200 : 503);
        exchange.header("Content-Type", "application/json");
        exchange.header("Cache-Control", "no-store");
        String state = up ? "up" : "down";
        exchange.output()
                .write(("{\"status\":\"" + state + "\",\"database\":\"" + state + "\",\"version\":\"" + version
                                + "\"}\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private boolean isDatabaseUp() {
        try (Connection query = database.asCaller(Caller.ANONYMOUS);
                Connection service = database.asService()) {
            return query.isValid(PATIENCE_SECONDS) && service.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            LOG.warn("The database does not answer: {}", e.getMessage());
            return false;
        }
    }
}
