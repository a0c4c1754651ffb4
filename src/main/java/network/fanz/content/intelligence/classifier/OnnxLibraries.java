package network.fanz.content.intelligence.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import network.fanz.platform.files.DurableFiles;
import org.jspecify.annotations.Nullable;

/**
 * ONNX Runtime's own libraries, unpacked from the jar once into the data folder. It would unpack them at each start into the system's
 * folder for temporary files, and leave them there when the program is killed.
 */
final class OnnxLibraries {
    private static final String VERSION = "1.29.0";

    private OnnxLibraries() {}

    /** Has them loaded from there. Where the jar brings none for this system, it is left to ONNX Runtime to say so. */
    static void use(Path data) throws IOException {
        Path home = data.resolve("onnxruntime-" + VERSION);
        if (!Files.isDirectory(home)) {
            Path part = Files.createDirectories(data).resolve(home.getFileName() + ".part");
            DurableFiles.delete(part);
            Files.createDirectory(part);
            for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
                unpack(System.mapLibraryName(library), part);
            }
            Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        }
        System.setProperty("onnxruntime.native.path", home.toString());
    }

    private static void unpack(String library, Path into) throws IOException {
        try (@Nullable InputStream packed = OnnxLibraries.class.getResourceAsStream(
                        "/ai/onnxruntime/native/" + platform() + "/" + library)) {
            if (packed != null) {
                Files.copy(packed, into.resolve(library));
            }
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "osx" : "linux";
        String processor = System.getProperty("os.arch");
        return system + (processor.equals("aarch64") ? "-aarch64" : "-x64");
    }
}
