package org.ctavo.war.secrecy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.ctavo.ingest.IngestReport;
import org.ctavo.ingest.IngestService;
import org.ctavo.ingest.Progress;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.provenance.capture.ProductLineage;
import org.ctavo.provenance.store.ProvenanceStore;
import org.ctavo.schema.load.LoadResult;
import org.ctavo.schema.load.Loader;
import org.ctavo.spi.Database;
import org.ctavo.war.Plugins;
import org.ctavo.war.RunningService;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.SettingsReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fills archives with the bundled observations: eight open ones, and four secret ones of another laboratory with all
 * that is known of them.
 */
final class SecretArchive {
    /** The group whose members know. */
    static final String GROUP = "initiated";

    private static final int FIRST_SECRET = 900_007;
    private static final int LAST_SECRET = 900_010;

    /** Of the same length each, for they are written over the others in headers. */
    private static final Map<String, String> DISGUISES = Map.of(
            "Simulated blazar", "Hidden object 10",
            "CTA-VO simulation", "Hidden laboratory",
            "CTA-VO simulation 1", "Hidden software 1.0",
            "CHECKSUM", "XHECKSUM");

    private static final Map<String, String> SECRET_METADATA = Map.ofEntries(
            Map.entry("target", "name,ra,dec,target_class\nHidden object 10,329.7,-30.2,BL Lac\nHidden too,1,2,SNR"),
            Map.entry("target_alias", "target_name,seq,alias\nHidden object 10,1,Hidden alias"),
            Map.entry(
                    "proposal",
                    "proposal_id,title,proposal_type,status,granted_time\n"
                            + "Hidden-1,Hidden,discretionary,accepted,900007"),
            Map.entry("proposal_member", "proposal_id,member_id,name,role\nHidden-1,h,Hidden member,PI"),
            Map.entry("proposal_requirement", "proposal_id,number,kind,threshold\nHidden-1,1,hidden need,900007"),
            Map.entry("observing_constraint", "proposal_id,number,zenith_max\nHidden-1,1,33"),
            Map.entry("proposal_target", "proposal_id,target_name\nHidden-1,Hidden object 10\nHidden-1,Hidden too"),
            Map.entry(
                    "scheduling_block",
                    "sb_id,priority,status,category,t_planning,proposal_id,target_name,site_name\n"
                            + "900007,2,Performed,Fixed,60000,Hidden-1,Hidden object 10,South\n"
                            + "900008,2,Planned,Fixed,60000,Hidden-1,Hidden too,South"),
            Map.entry(
                    "observation_block",
                    "ob_id,sb_id,sequence,status,actual_start,actual_stop,obs_config_id\n"
                            + "900007,900007,1,Performed,60677,60677.01,Hidden-config\n"
                            + "900008,900008,1,Planned,,,Hidden-plan"),
            Map.entry(
                    "obs_config",
                    "obs_config_id,sub_array_name,obs_type,pointing_ra,pointing_dec,field_of_view\n"
                            + "Hidden-config,Baseline-S,science,329.7,-30.2,7\n"
                            + "Hidden-plan,Baseline-S,science,1,2,7"),
            Map.entry(
                    "time_interval",
                    "ob_id,number,classtype,t_start,t_stop,comment\n"
                            + "900007,1,GoodTimeInterval,60677,60677.01,hidden"),
            Map.entry("ambient_conditions", "ob_id,number,t_start,t_stop,atmosphere\n900007,1,60677,60677.01,hidden"),
            Map.entry("collection", "name,processing_id,proposal_id\nHidden,Hidden-processing,Hidden-1"),
            Map.entry("processing", "processing_id,applied_cuts\nHidden-processing,hidden"),
            Map.entry("acquisition", "obs_collection,run_id,ob_id,comment\nHidden,900007,900007,hidden"));

    private SecretArchive() {}

    /** Fills a running service's archive; what is secret first, so that what comes later might give it away. */
    static void fill(RunningService running, Path directory, boolean withSecret) throws IOException {
        Database database = running.service().database();
        Path samples = Path.of(System.getProperty("ctavo.root"), "conf", "samples");
        load(database, samples);
        if (withSecret) {
            load(database, metadata(directory.resolve("metadata")));
            ingest(
                    database,
                    directory,
                    "secret",
                    Map.of(
                            "CTAVO_INGEST_DATA_RIGHTS", "secure",
                            "CTAVO_INGEST_GROUPS", GROUP,
                            "CTAVO_INGEST_COLLECTION", "Hidden"));
        }
        ingest(database, directory, "open", Map.of());
    }

    private static void load(Database database, Path directory) {
        LoadResult result = new Loader(database).load(List.of(directory));
        assertThat(result.faults()).isEmpty();
    }

    private static Path metadata(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> table : SECRET_METADATA.entrySet()) {
            Files.writeString(directory.resolve(table.getKey() + ".csv"), table.getValue() + "\n");
        }
        return directory;
    }

    private static void ingest(Database database, Path directory, String kind, Map<String, String> settings)
            throws IOException {
        Path data = directory.resolve(kind);
        boolean isSecret = kind.equals("secret");
        SimulatedSet.write(data);
        try (Stream<Path> files = Files.list(data.resolve("data"))) {
            for (Path file : files.toList()) {
                int run = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
                if (isSecret != (run >= FIRST_SECRET && run <= LAST_SECRET)) {
                    Files.delete(file);
                } else if (isSecret) {
                    disguise(file);
                }
            }
        }
        Map<String, String> environment = new HashMap<>(RunningService.environment());
        environment.putAll(settings);
        IngestReport report = new IngestService(
                        database,
                        new SettingsReader(Plugins.found().settings())
                                .read(new Home(directory.resolve("home")), environment),
                        new ProductLineage(new ProvenanceStore(database))::record)
                .ingest(List.of(data), Progress.silent());
        assertThat(report.summary()).startsWith("loaded " + (isSecret ? 4 : 8)).contains("failed 0");
    }

    private static void disguise(Path file) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        List<String> longestFirst = DISGUISES.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
        for (String name : longestFirst) {
            content = content.replace(name, DISGUISES.get(name));
        }
        Files.writeString(file, content, StandardCharsets.ISO_8859_1);
    }
}
