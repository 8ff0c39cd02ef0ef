package org.ctavo.datalink.bundle;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.ctavo.archive.CatalogueFile;

/** A shell script that fetches a package file by file, goes on where it was stopped, and checks what it has. */
record DownloadScript(Manifest manifest, URI base) {
    private static final int LINE = 76;

    private static final String START =
            """
            #!/bin/sh
            # Fetches %1$d files, %2$d bytes, into %3$s of the current directory.
            # Run it again to go on where it was stopped: whole files are not fetched again.
            set -eu
            mkdir -p %3$s
            cd %3$s

            fetch() { # name, bytes, address
                if [ -f "$1" ] && [ "$(wc -c < "$1")" -eq "$2" ]; then return 0; fi
                mkdir -p "$(dirname "$1")"
                echo "$1"
                %4$s
            }

            """;

    private static final String DOCUMENT =
            """
            base64 -d > %s <<'END'
            %s
            END
            """;

    private static final String END =
            """

            if command -v sha256sum > /dev/null; then
                sha256sum --quiet --check SHA256SUMS
            else
                shasum -a 256 --quiet --check SHA256SUMS
            fi
            """;

    /** The program that fetches. */
    enum Client {
        CURL("curl --fail --silent --show-error --location --retry 5 --continue-at - --output \"$1\" \"$3\""),
        WGET("wget --no-verbose --continue --tries=5 --output-document=\"$1\" \"$3\"");

        private final String command;

        Client(String command) {
            this.command = command;
        }
    }

    String text(Client client) {
        List<Basket.Item> files = manifest.files();
        long bytes = files.stream().mapToLong(file -> file.listed().bytes()).sum();
        StringBuilder text =
                new StringBuilder(START.formatted(files.size(), bytes, manifest.directory(), client.command));
        manifest.documents().forEach((name, content) -> text.append(DOCUMENT.formatted(name, base64(content))));
        for (Basket.Item file : files) {
            URI address = CatalogueFile.url(base, file.listed().location());
            text.append("fetch %s %d %s\n"
                    .formatted(quoted(file.name()), file.listed().bytes(), quoted(address.toString())));
        }
        return text.append(END).toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
