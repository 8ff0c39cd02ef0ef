package org.ctavo.war.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

import org.ctavo.database.Login;
import org.ctavo.database.Logins;

/** The passwords of the embedded database: random, made once, in a file that only its owner can read. */
final class Passwords {
    /** The superuser of the embedded database. */
    static final String ADMINISTRATOR = "ctavo_admin";

    private static final String[] ROLES = {ADMINISTRATOR, "ctavo_owner", "ctavo_ingest", "ctavo_service", "ctavo_query"
    };
    private static final int BYTES = 24;

    private final Properties byRole;

    private Passwords(Properties byRole) {
        this.byRole = byRole;
    }

    /** Reads the file, making it first if it is not there. */
    static Passwords in(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file);
        }
        Properties byRole = new Properties();
        try (Reader reader = new StringReader(Files.readString(file))) {
            byRole.load(reader);
        }
        for (String role : ROLES) {
            if (byRole.getProperty(role) == null) {
                throw new IOException(file + " has no password for " + role);
            }
        }
        return new Passwords(byRole);
    }

    private static void write(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (String role : ROLES) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            text.append(role)
                    .append('=')
                    .append(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                    .append('\n');
        }
        Path partial = Files.createTempFile(
                file.getParent(),
                ".passwords",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    Login administrator(String url) {
        return login(url, ADMINISTRATOR);
    }

    Logins logins(String url) {
        return new Logins(
                login(url, "ctavo_owner"),
                login(url, "ctavo_ingest"),
                login(url, "ctavo_service"),
                login(url, "ctavo_query"));
    }

    private Login login(String url, String role) {
        return new Login(url, role, byRole.getProperty(role));
    }
}
