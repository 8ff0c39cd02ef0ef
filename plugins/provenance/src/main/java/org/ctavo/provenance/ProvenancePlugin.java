package org.ctavo.provenance;

import java.util.List;
import java.util.Set;

import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.MigrationSet;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.SettingValues;

/** Provenance: schema {@code provenance}, functions that ask for lineage, and the service at {@code /provsap}. */
public final class ProvenancePlugin implements Plugin {

    /** The tables; they need no others. */
    public static final MigrationSet MIGRATIONS =
            new MigrationSet("provenance", "org/ctavo/provenance/migrations", Set.of());

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
        return List.of(ProvenanceSchema.description());
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return ProvenanceFunctions.all();
    }
}
