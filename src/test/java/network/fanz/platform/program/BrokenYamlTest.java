package network.fanz.platform.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A broken file of settings is named, with the line, and nothing that stands in it is said. */
class BrokenYamlTest {
    private static final String BROKEN = "fanz:\n  secret: [hidden\nserver:\n";

    @Test
    void theSentenceNamesTheFileAndTheLine(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("application-local.yml"), "fanz:\n  ledger: {}\n");
        Path broken = Files.writeString(folder.resolve("application.yaml"), BROKEN);
        assertThat(BrokenYaml.sentence(folder, failure()))
                .startsWith("The file " + broken.toAbsolutePath() + " cannot be read as YAML")
                .contains("line 3")
                .doesNotContain("hidden");
    }

    @Test
    void theLineIsSaidToWhereTheFileIsElsewhere(@TempDir Path folder) {
        assertThat(BrokenYaml.sentence(folder, failure()))
                .startsWith("A file of settings cannot be read")
                .contains("line 3");
    }

    private static MarkedYAMLException failure() {
        return catchThrowableOfType(MarkedYAMLException.class, () -> new Yaml().load(BROKEN));
    }
}
