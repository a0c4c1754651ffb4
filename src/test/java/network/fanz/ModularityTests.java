package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the house and the doors between them. */
class ModularityTests {
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
        List<String> homeless = new com.tngtech.archunit.core.importer.ClassFileImporter()
                        .withImportOption(new com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests())
                        .importPackages("network.fanz")
                        .stream()
                        .map(com.tngtech.archunit.core.domain.JavaClass::getName)
                        .filter(name ->
                                !name.startsWith("network.fanz.web.templates") && !name.endsWith("package-info"))
                        .filter(name -> !name.equals(Fanz.class.getName()))
                        .filter(name -> modules.getModuleByType(name).isEmpty())
                        .toList();
        assertThat(homeless).isEmpty();
    }
}
