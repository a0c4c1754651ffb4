package network.fanz;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.testing.GeneratedDocs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the house and the doors between them. */
class ModularityTests {
    private static final Set<String> EVERYBODYS =
            Set.of("common", "platform.postgres", "platform.events", "security.audit");
    private static ApplicationModules modules;

    @BeforeAll
    static void read() {
        System.setProperty("spring.modulith.detection-strategy", "explicitly-annotated");
        modules = ApplicationModules.of(Fanz.class);
    }

    @Test
    void everyModuleUsesOnlyWhatItMay() {
        modules.verify();
    }

    @Test
    void everyTypeBelongsToAModule() {
        List<String> homeless = program().stream()
                .map(JavaClass::getName)
                .filter(name -> !name.startsWith("network.fanz.web.templates") && !name.endsWith("package-info"))
                .filter(name -> !name.equals(Fanz.class.getName()))
                .filter(name -> modules.getModuleByType(name).isEmpty())
                .toList();
        assertThat(homeless).isEmpty();
    }

    /** Two rooms that use each other are one room: docs/adr/rooms.md. */
    @Test
    void roomsOfAModuleUseEachOtherInOneDirection() {
        JavaClasses classes = program();
        modules.stream()
                .map(module -> module.getBasePackage().getName())
                .forEach(module -> slices().matching(module + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true)
                        .check(classes));
    }

    private static JavaClasses program() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("network.fanz");
    }

    @Test
    @Tag("generated")
    void drawsTheModules() {
        StringBuilder text = new StringBuilder("""
                # Modules

                Made from the code; do not edit. An arrow points from a module to one that it uses; what all may use (common, postgres,
                events, audit) is left out of the picture and kept in the table.

                ```mermaid
                graph TD
                """);
        sorted().forEach(module -> used(module)
                .filter(name -> !EVERYBODYS.contains(name))
                .forEach(name -> text.append("  %s --> %s%n".formatted(module.getIdentifier(), name))));
        text.append("```\n\n| module | what it is | uses |\n|---|---|---|\n");
        sorted().forEach(module -> text.append("| `%s` | %s | %s |%n"
                .formatted(
                        module.getIdentifier(), sentence(module), used(module).collect(Collectors.joining(", ")))));
        GeneratedDocs.check(Path.of("docs", "modules.md"), text.toString());
    }

    private static Stream<ApplicationModule> sorted() {
        return modules.stream()
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()));
    }

    private static Stream<String> used(ApplicationModule module) {
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(used -> used.getIdentifier().toString())
                .distinct()
                .sorted();
    }

    /** The first sentence of the package's own words. */
    private static String sentence(ApplicationModule module) {
        Path source = Path.of(
                "src", "main", "java", module.getBasePackage().getName().replace('.', '/'), "package-info.java");
        try {
            Matcher words = Pattern.compile("(?s)/\\*\\*(.*?)(?=<p>|\\*/)").matcher(Files.readString(source));
            return words.find()
                    ? words.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").replaceAll("[\\s*]+$", "")
                    : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
