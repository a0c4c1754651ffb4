package network.fanz.build.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes an ONNX model of a TensorFlow.js one, in the build: {@code ConvertModel JSON WEIGHTS TARGET}. */
public final class ConvertModel {
    /** Drawing, hentai, neutral, porn, sexy. */
    private static final int CLASSES = 5;

    private ConvertModel() {}

    public static void main(String[] arguments) throws IOException {
        JsonNode model = JsonMapper.shared().readTree(Files.readString(Path.of(arguments[0])));
        Weights weights = new Weights(model.path("weightsManifest"), Files.readAllBytes(Path.of(arguments[1])));
        Path target = Path.of(arguments[2]);
        JsonNode topology = model.path("modelTopology");
        OnnxGraph graph = new OnnxGraph();
        String answer = model.path("format").asString("").equals("graph-model")
                ? new GraphModel(graph, weights).add(topology)
                : new LayersModel(graph, weights).add(topology);
        Path written = target.resolveSibling(target.getFileName() + ".new");
        Files.write(written, graph.model(target.getFileName().toString(), answer, CLASSES));
        Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
