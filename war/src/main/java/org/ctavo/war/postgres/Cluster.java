package org.ctavo.war.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.spi.Fault;
import org.ctavo.war.settings.StartFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a PostgreSQL server: how they are made, and who may connect. */
final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    private final Programs programs;
    private final EmbeddedPostgres.Plan plan;

    Cluster(Programs programs, EmbeddedPostgres.Plan plan) {
        this.programs = programs;
        this.plan = plan;
    }

    /** Makes the files beside their place and moves them there when they are whole: a killed start leaves nothing. */
    void create(String password) throws IOException {
        LOG.info("Creating the embedded database in {}", plan.data());
        Path partial = plan.data().resolveSibling("database.partial");
        Programs.delete(partial);
        Path secret = Files.createTempFile(
                plan.data().getParent(),
                ".initdb",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(secret, password);
            initdb(partial, secret);
        } finally {
            Files.delete(secret);
        }
        Files.move(partial, plan.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Path directory, Path secret) throws IOException {
        List<String> command = new ArrayList<>(programs.command("initdb"));
        command.addAll(List.of(
                "--pgdata=" + directory,
                "--username=" + Passwords.ADMINISTRATOR,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C"));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new Fault(
                    StartFault.DATABASE_START,
                    "The embedded database cannot be run (" + e.getMessage()
                            + "); as root it needs the program `unshare`, as another user it does not",
                    e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                Programs.delete(directory);
                throw failure("The embedded database cannot be created in " + plan.data(), output, plan.log());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Fault(StartFault.DATABASE_START, "The start was interrupted", e);
        }
    }

    /** Only this machine, and only with a password; written at each start, so that no edit opens another door. */
    static void writeAccessRules(Path data) throws IOException {
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "# Written by CTA-VO at each start.\nhost all all 127.0.0.1/32 scram-sha-256\n");
    }

    /** What the programs' own words mean to an operator. */
    static Fault failure(String what, String output, Path log) {
        String remedy;
        if (output.contains("unshare")) {
            remedy = "PostgreSQL refuses to run as root, and user namespaces are blocked here; run as a plain user,"
                    + " or set database.url to a server of your own";
        } else if (output.contains("No space left on device") || output.contains("Disk quota exceeded")) {
            remedy = "the disk is full; make room, or choose another home with --home DIR";
        } else if (output.contains("Address already in use")) {
            remedy = "its port is taken; set database.embedded.port to another, or to 0 for any";
        } else if (output.contains("shared memory") || output.contains("Cannot allocate memory")) {
            remedy = "there is too little memory; lower database.embedded.shared-buffers";
        } else {
            String last =
                    output.strip().lines().reduce((first, second) -> second).orElse("no message");
            remedy = last + " (" + log + " says more)";
        }
        LOG.debug("PostgreSQL said: {}", output);
        return new Fault(StartFault.DATABASE_START, what + ": " + remedy);
    }
}
