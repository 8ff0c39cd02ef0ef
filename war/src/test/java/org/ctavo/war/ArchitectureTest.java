package org.ctavo.war;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The arrows between modules, as the design draws them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    /** For each module's package, the packages of other modules it may see. */
    private static final Map<String, Set<String>> ARROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("spi", Set.of()),
            Map.entry("database", Set.of("spi")),
            Map.entry("sphere", Set.of("spi")),
            Map.entry("adql", Set.of("spi")),
            Map.entry("uws", Set.of("spi")),
            Map.entry("tap", Set.of("spi", "adql", "uws")),
            Map.entry("tables", Set.of("spi", "adql", "tap")),
            Map.entry("schema", Set.of("spi")),
            Map.entry("archive", Set.of("spi")),
            Map.entry("obscore", Set.of("spi", "archive", "uws")),
            Map.entry("ingest", Set.of("spi", "archive", "uws")),
            Map.entry("soda", Set.of("spi", "archive", "uws")),
            Map.entry("preview", Set.of("spi", "archive")),
            Map.entry("energy", Set.of("spi", "archive", "uws")),
            Map.entry("provenance", Set.of("spi", "schema", "archive", "uws")),
            Map.entry("datalink", Set.of("spi", "archive", "uws"))));

    /** Those that see everything. */
    private static final Set<String> ROOTS = Set.of("war", "bench");

    private JavaClasses classes;

    @BeforeAll
    void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.ctavo");
    }

    private static String module(JavaClass type) {
        String[] names = type.getPackageName().split("\\.", -1);
        return names.length > 2 && names[0].equals("org") && names[1].equals("ctavo") ? names[2] : "";
    }

    @Test
    void everyModuleOnTheClassPathHasItsArrows() {
        Set<String> known = new java.util.TreeSet<>(ARROWS.keySet());
        known.addAll(ROOTS);
        known.add("testing");
        assertThat(classes).extracting(ArchitectureTest::module).isSubsetOf(known);
        assertThat(classes).extracting(ArchitectureTest::module).contains("spi", "database", "war");
    }

    @Test
    void modulesSeeWhatTheirArrowsPointAt() {
        ARROWS.forEach((module, seen) -> noClasses()
                .that(DescribedPredicate.describe(
                        "live in " + module, type -> module(type).equals(module)))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("live in another module than " + seen, type -> {
                    String other = module(type);
                    return !other.isEmpty() && !other.equals(module) && !seen.contains(other);
                }))
                .allowEmptyShould(true)
                .check(classes));
    }

    @Test
    void onlyTheCompositionKnowsTheServletApi() {
        noClasses()
                .that(DescribedPredicate.describe("live outside war", type -> !ROOTS.contains(module(type))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "javax.servlet..", "org.apache.catalina..")
                .check(classes);
    }

    @Test
    void theEngineHasNeverHeardOfFitsFiles() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "are the engine", type -> Set.of("spi", "database", "sphere", "adql", "uws", "tap")
                                .contains(module(type))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nom.tam..")
                .check(classes);
    }

    @Test
    void spiNeedsNothingButTheJdk() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "live in spi", type -> module(type).equals("spi")))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are not the JDK's or spi's",
                        type -> !type.getPackageName().startsWith("java")
                                && !module(type).equals("spi")
                                && !type.isPrimitive()
                                && !type.isArray()))
                .check(classes);
    }

    @Test
    void packagesDoNotWaitForEachOther() {
        SlicesRuleDefinition.slices()
                .matching("org.ctavo.(**)")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }
}
