package org.ctavo.provenance;

import java.util.List;
import java.util.Set;

import org.ctavo.provenance.model.PublishedTables;
import org.ctavo.provenance.web.ProvSapEndpoint;
import org.ctavo.spi.Capability;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Example;
import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.MigrationSet;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.Services;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;
import org.ctavo.spi.vosi.CapabilityList;

/** Provenance: schema {@code provenance}, functions that ask for lineage, and the service at {@code /provsap}. */
public final class ProvenancePlugin implements Plugin {

    /** The tables; they need no others. */
    public static final MigrationSet MIGRATIONS =
            new MigrationSet("provenance", "org/ctavo/provenance/migrations", Set.of());

    /** How large a graph may be. */
    public static final Setting<Integer> MOST_NODES = Setting.wholeNumber(
            "provenance.nodes",
            10_000,
            10,
            1_000_000,
            "The most things that an answer of the provenance service tells of; larger graphs are refused.");

    @Override
    public String name() {
        return "provenance";
    }

    @Override
    public List<MigrationSet> migrations() {
        return List.of(MIGRATIONS);
    }

    @Override
    public List<SchemaDescription> schemas(SettingValues settings) {
        return List.of(PublishedTables.schema());
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return ProvenanceFunctions.all();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(MOST_NODES);
    }

    @Override
    public List<Example> examples() {
        return ProvenanceExamples.all();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(new Capability(
                ProvSapEndpoint.STANDARD_ID, CapabilityList.PARAM_HTTP, ProvSapEndpoint.VERSION, ProvSapEndpoint.PATH));
    }

    @Override
    public List<Endpoint> endpoints(Services services) {
        int mostNodes = services.settings().value(MOST_NODES);
        FirstQuestions.ask(services, mostNodes);
        return List.of(new ProvSapEndpoint(services.database(), mostNodes));
    }
}
