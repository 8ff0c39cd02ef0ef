package org.ctavo.schema;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The views {@code ivoa.obscore}, {@code ivoa.obscore_hea} and {@code cta.vo_obscore}. Two settings are constants in
 * them: where the service is found, which begins every {@code access_url}, and the words for product types.
 */
public final class PublishedViews {
    private PublishedViews() {}

    /**
     * Writes the views anew if they were written for other settings. To be called at each start; several nodes may do
     * so at once.
     *
     * @param service a connection under the service role
     * @param base of the service as the world sees it, no slash at the end ({@code http://localhost:8080/cta})
     * @param types the words for product types
     */
    public static void publish(Connection service, URI base, ProductTypes types) throws SQLException {
        try (PreparedStatement publish = service.prepareStatement("SELECT access.publish(?, ?)")) {
            publish.setString(1, base.toString());
            publish.setString(2, types.word());
            publish.execute();
        }
    }
}
