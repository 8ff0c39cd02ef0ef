package org.ctavo.war.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.ctavo.provenance.votable.ActivityFile;
import org.ctavo.provenance.votable.ActivityVotable;
import org.ctavo.provenance.votable.ArchivedDescriptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe-activity",
        description = "Writes what the archive knows of a kind of activity as an ActivityDescription VOTable: its"
                + " parameters, what it uses and generates.",
        footer = "%nWritten to standard output. Exit code 1: nothing describes it.",
        mixinStandardHelpOptions = true)
final class DescribeActivityCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Parameters(
            paramLabel = "ID",
            description = "Of an activity description, or of an activity that has one, as in schema provenance.")
    private String id;

    @Override
    public Integer call() throws IOException {
        try (Workplace place = new Workplace(homeOption)) {
            Optional<ActivityFile> file = new ArchivedDescriptions(place.database()).file(id);
            if (file.isEmpty()) {
                System.err.println("cta-vo: the archive holds no description of " + id);
                return 1;
            }
            ActivityVotable.write(file.get(), System.out);
            return 0;
        }
    }
}
