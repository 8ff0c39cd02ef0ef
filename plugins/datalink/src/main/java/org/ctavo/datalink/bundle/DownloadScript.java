package org.ctavo.datalink.bundle;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.ctavo.archive.CatalogueFile;

/** A shell script that fetches a package file by file, goes on where it was stopped, and checks what it has. */
record DownloadScript(Manifest manifest, URI base) {
    private static final int LINE = 76;

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
        StringBuilder text = new StringBuilder("#!/bin/sh\n")
                .append("# Fetches ")
                .append(files.size())
                .append(" files, ")
                .append(bytes)
                .append(" bytes, into ")
                .append(manifest.directory())
                .append(" of the current directory.\n")
                .append("# Run it again to go on where it was stopped: whole files are not fetched again.\n")
                .append("set -eu\n")
                .append("mkdir -p ")
                .append(manifest.directory())
                .append("\n")
                .append("cd ")
                .append(manifest.directory())
                .append("\n\n")
                .append("fetch() { # name, bytes, address\n")
                .append("    if [ -f \"$1\" ] && [ \"$(wc -c < \"$1\")\" -eq \"$2\" ]; then return 0; fi\n")
                .append("    mkdir -p \"$(dirname \"$1\")\"\n")
                .append("    echo \"$1\"\n    ")
                .append(client.command)
                .append("\n}\n\n");
        for (Map.Entry<String, byte[]> document : manifest.documents().entrySet()) {
            text.append("base64 -d > ")
                    .append(document.getKey())
                    .append(" <<'END'\n")
                    .append(base64(document.getValue()))
                    .append("\nEND\n");
        }
        text.append('\n');
        for (Basket.Item file : files) {
            text.append("fetch ")
                    .append(quoted(file.name()))
                    .append(' ')
                    .append(file.listed().bytes())
                    .append(' ')
                    .append(quoted(
                            CatalogueFile.url(base, file.listed().location()).toString()))
                    .append('\n');
        }
        return text.append(
                        "\nif command -v sha256sum > /dev/null; then\n    sha256sum --quiet --check SHA256SUMS\nelse\n")
                .append("    shasum -a 256 --quiet --check SHA256SUMS\nfi\n")
                .toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
