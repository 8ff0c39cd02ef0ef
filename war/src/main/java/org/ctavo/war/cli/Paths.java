package org.ctavo.war.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the verbs ask of paths on the command line. */
final class Paths {
    private Paths() {}

    /** Ends the command, saying why, if one of the paths cannot be read. */
    static void checkReadable(CommandSpec spec, List<Path> paths) {
        for (Path path : paths) {
            if (!Files.isReadable(path)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), path + " does not exist or cannot be read");
            }
        }
    }
}
