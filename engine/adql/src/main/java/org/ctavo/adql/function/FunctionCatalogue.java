package org.ctavo.adql.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.spi.FunctionDeclaration;

/** All functions that a service offers: the standard's that are on, and those declared. Immutable. */
public final class FunctionCatalogue {
    private final FeatureSet features;
    private final List<DeclaredFunction> declared;
    private final Map<String, List<DeclaredFunction>> byName = new HashMap<>();

    /**
     * A catalogue.
     *
     * @throws IllegalArgumentException if a signature is none, is declared twice, or has the name of a function of the
     *     standard
     */
    public FunctionCatalogue(FeatureSet features, Collection<FunctionDeclaration> declarations) {
        this.features = features;
        List<DeclaredFunction> all = new ArrayList<>();
        for (FunctionDeclaration declaration : declarations) {
            DeclaredFunction function = DeclaredFunction.of(declaration);
            String name = function.signature().upperName();
            if (StandardFunction.named(name).isPresent()) {
                throw new IllegalArgumentException("the standard has a function of that name: " + name);
            }
            List<DeclaredFunction> overloads = byName.computeIfAbsent(name, key -> new ArrayList<>(1));
            if (overloads.stream().anyMatch(other -> takesTheSame(other, function))) {
                throw new IllegalArgumentException(
                        "declared twice: " + function.signature().written());
            }
            overloads.add(function);
            all.add(function);
        }
        this.declared = List.copyOf(all);
    }

    private static boolean takesTheSame(DeclaredFunction a, DeclaredFunction b) {
        return a.signature().parameters().stream()
                .map(Signature.Parameter::type)
                .toList()
                .equals(b.signature().parameters().stream()
                        .map(Signature.Parameter::type)
                        .toList());
    }

    /** What of the language is on. */
    public FeatureSet features() {
        return features;
    }

    /** The declared functions, in the order they were declared. */
    public List<DeclaredFunction> declared() {
        return declared;
    }

    /** The overloads of a declared function; empty if there is none of that name. */
    public List<DeclaredFunction> declared(String upperName) {
        return byName.getOrDefault(upperName, List.of());
    }

    /** The standard's function of that name, if it has one and it is on. */
    public Optional<StandardFunction> standard(String upperName) {
        return StandardFunction.named(upperName)
                .filter(function -> function.feature().map(features::has).orElse(true));
    }

    /** The names of all functions that are on, as they are shown to people. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (StandardFunction function : StandardFunction.values()) {
            standard(function.name()).ifPresent(f -> names.add(f.name()));
        }
        declared.forEach(function -> names.add(function.signature().name()));
        return names;
    }
}
