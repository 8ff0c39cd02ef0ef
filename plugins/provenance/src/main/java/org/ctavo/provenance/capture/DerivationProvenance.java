package org.ctavo.provenance.capture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.ProductId;
import org.ctavo.archive.Recipe;
import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.AgentType;
import org.ctavo.provenance.model.ArtefactType;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Description.EntityDescription;
import org.ctavo.provenance.model.Description.GenerationDescription;
import org.ctavo.provenance.model.Description.ParameterDescription;
import org.ctavo.provenance.model.Description.UsageDescription;
import org.ctavo.provenance.model.Description.UsedEntityDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.EntityKind;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasDerivedFrom;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;

/**
 * The making of something from a product, as the model has it: everything but the entity made. The same making told
 * again, by a file that was made in it, is the same to the letter. For one making and one thread.
 */
final class DerivationProvenance {
    private final Derivation derivation;
    private final Recipe recipe;
    private final String result;
    private final Iris iris;
    private final String description;
    private final List<ProvRecord> records = new ArrayList<>();

    /**
     * Of a making.
     *
     * @param result identifier of the entity it made
     */
    DerivationProvenance(Derivation derivation, String result) {
        this.derivation = derivation;
        this.recipe = derivation.recipe();
        this.result = result;
        // Whoever made it named it.
        this.iris = new Iris(ProductId.parse(derivation.activity()).authority());
        // A recipe whose words change under the same version is another.
        this.description = iris.of("activity-description", recipe.program(), recipe.version(), hash(recipe.toString()));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    List<ProvRecord> records() {
        describe();
        String activity = derivation.activity();
        records.add(new Activity(
                activity,
                recipe.name(),
                DerivationRecorder.utc(derivation.start()),
                DerivationRecorder.utc(derivation.end()),
                null,
                description));
        agents();
        parameters();
        records.add(Entity.of(derivation.source()));
        use(derivation.source(), Derivation.SOURCE_ROLE);
        derivation.inputs().forEach(this::input);
        records.add(new WasGeneratedBy(result, activity, recipe.makes().role(), made()));
        records.add(new WasDerivedFrom(result, derivation.source()));
        return records;
    }

    private void describe() {
        records.add(new ActivityDescription(
                description,
                recipe.name(),
                recipe.version(),
                recipe.description(),
                recipe.docurl(),
                recipe.type(),
                null));
        for (Recipe.Part part : recipe.uses()) {
            records.add(new UsageDescription(
                    used(part), description, part.role(), part.name(), part.type(), part.multiplicity()));
            records.add(new EntityDescription(
                    kind(part),
                    EntityKind.DATASET,
                    part.name(),
                    null,
                    null,
                    part.role(),
                    part.contentType(),
                    null,
                    null,
                    null,
                    null));
            records.add(new UsedEntityDescription(used(part), kind(part)));
        }
        Recipe.Part makes = recipe.makes();
        records.add(new GenerationDescription(
                made(), description, makes.role(), makes.name(), makes.type(), makes.multiplicity()));
        for (Recipe.Setting setting : recipe.parameters()) {
            records.add(new ParameterDescription(
                    parameter(setting),
                    description,
                    setting.name(),
                    setting.valueType(),
                    setting.description(),
                    some(setting.unit()),
                    some(setting.ucd()),
                    null,
                    null,
                    null,
                    null,
                    List.of()));
        }
    }

    private String used(Recipe.Part part) {
        return description + "/used/" + part.role();
    }

    private String made() {
        return description + "/made/" + recipe.makes().role();
    }

    private String parameter(Recipe.Setting setting) {
        return description + "/parameter/" + setting.name();
    }

    private String kind(Recipe.Part part) {
        return iris.of("entity-description", part.role(), part.contentType());
    }

    private static String some(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The program, and whoever asked: users are not told apart. */
    private void agents() {
        String program = recipe.program() + " " + recipe.version();
        agent(Agent.of(iris.of("agent", program), program, AgentType.SOFTWARE_AGENT), null);
        String user =
                switch (derivation.requester()) {
                    case ANONYMOUS -> "a user who had not logged in";
                    case REGISTERED -> "a user who had logged in";
                };
        String id = iris.of("agent", "user", derivation.requester().word());
        agent(Agent.of(id, user, AgentType.PERSON), "Operator");
    }

    private void agent(Agent agent, String role) {
        records.add(agent);
        records.add(new WasAssociatedWith(derivation.activity(), agent.id(), role));
    }

    private void parameters() {
        int number = 0;
        for (Derivation.Parameter given : derivation.parameters()) {
            String id = derivation.activity() + "/parameter-" + ++number;
            String described = recipe.parameters().stream()
                    .filter(setting -> setting.name().equals(given.name()))
                    .findFirst()
                    .map(this::parameter)
                    .orElse(null);
            records.add(new Parameter(id, given.name(), given.value(), described, null));
            records.add(new WasConfiguredBy(derivation.activity(), ArtefactType.PARAMETER, id));
        }
    }

    /** A part of a file: found again by the file's hash, which the archive's list of files tells. */
    private void input(Derivation.Input input) {
        String id = iris.of("file", input.sha256(), Integer.toString(input.hdu()));
        Recipe.Part part = recipe.use(input.role());
        Entity entity = Entity.dataset(id, part.name())
                .commented("HDU " + input.hdu() + " of the file with SHA-256 " + input.sha256());
        records.add(recipe.uses().contains(part) ? entity.described(kind(part)) : entity);
        use(id, input.role());
    }

    private void use(String entity, String role) {
        Recipe.Part part = recipe.use(role);
        String described = recipe.uses().contains(part) ? used(part) : null;
        records.add(new Used(derivation.activity(), entity, role, null, described));
    }
}
