package org.ctavo.spi;

import java.util.List;

/**
 * A capability of the service, found by {@link java.util.ServiceLoader}. Every method is optional: an empty list adds
 * nothing. Methods are called once, at start, from one thread; what they return must be immutable.
 */
public interface Plugin {

    /** Short name in lower case, used in logs and settings; unique in a service. */
    String name();

    /** Settings this plugin understands; they appear in the annotated sample and are checked at start. */
    default List<Setting<?>> settings() {
        return List.of();
    }

    /** Database migrations this plugin brings. */
    default List<MigrationSet> migrations() {
        return List.of();
    }

    /**
     * Schemas and tables to publish in TAP_SCHEMA. Two plugins may add tables to the same schema; the first
     * description of a schema wins.
     */
    default List<SchemaDescription> schemas(SettingValues settings) {
        return List.of();
    }

    /** Functions that ADQL queries may call. */
    default List<FunctionDeclaration> functions() {
        return List.of();
    }

    /** Data models to declare in the TAP capability (TAPRegExt, section 2.2). */
    default List<DataModel> dataModels() {
        return List.of();
    }

    /** Example queries for the examples document (DALI, section 2.3). */
    default List<Example> examples() {
        return List.of();
    }

    /** Capabilities to declare beside TAP's own (VOSI, section 2). */
    default List<Capability> capabilities() {
        return List.of();
    }

    /** Web resources. Called after the migrations have run. */
    default List<Endpoint> endpoints(Services services) {
        return List.of();
    }

    /** What is added to query results that carry certain columns. */
    default List<RecordDecorator> decorators(Services services) {
        return List.of();
    }
}
