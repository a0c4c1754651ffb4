package network.fanz.platform.program;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says in which file of settings, and in which line of it, something is no YAML. What stands there may be a secret, and is not said. */
final class BrokenYaml {
    private static final String ADVICE = " Mind the indentation, and close each bracket and quotation mark.";

    private BrokenYaml() {}

    /** @param folder where the program was started: the library's failure does not name the file, so those that it reads are tried again */
    static String sentence(Path folder, MarkedYAMLException failure) {
        return Stream.of(folder.resolve("config"), folder)
                        .flatMap(place -> files(place).stream())
                        .filter(BrokenYaml::isBroken)
                        .findFirst()
                        .map(file -> "The file " + file.toAbsolutePath() + " cannot be read as YAML")
                        .orElse("A file of settings cannot be read as YAML")
                + at(failure)
                + "."
                + ADVICE;
    }

    private static String at(MarkedYAMLException failure) {
        return failure.getProblemMark() == null
                ? ""
                : ": something is wrong in line " + (failure.getProblemMark().getLine() + 1) + " or before it";
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("application.*[.]ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static boolean isBroken(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            new Yaml(new SafeConstructor(asTheProgramReads())).loadAll(text).forEach(document -> {});
            return false;
        } catch (YAMLException broken) {
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static LoaderOptions asTheProgramReads() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }
}
