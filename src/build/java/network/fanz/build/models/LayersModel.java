package network.fanz.build.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.build.models.Weights.Weight;
import tools.jackson.databind.JsonNode;

/** A model as Keras writes it: layers that name those before them. */
final class LayersModel {
    private static final int HEIGHT = 1;
    private static final int COLOURS = 3;

    private final OnnxGraph graph;
    private final Weights weights;
    private final Map<String, String> results = new HashMap<>();

    LayersModel(OnnxGraph graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    /** Adds all of it, and answers what the last result is called. */
    String add(JsonNode topology) {
        String last = "";
        for (JsonNode layer : topology.path("model_config").path("config").path("layers")) {
            List<String> inputs = layer.path("inbound_nodes")
                    .path(0)
                    .valueStream()
                    .map(input -> results.get(input.get(0).asString()))
                    .toList();
            last = result(layer.path("class_name").asString(), layer.path("config"), inputs);
            results.put(layer.path("name").asString(), last);
        }
        return last;
    }

    private String result(String kind, JsonNode layer, List<String> inputs) {
        return switch (kind) {
            case "InputLayer" -> picture(layer.path("batch_input_shape"));
            case "Conv2D" -> filtered(layer, inputs.getFirst());
            case "BatchNormalization" -> normalized(layer, inputs.getFirst());
            case "Activation" -> graph.activated(layer.path("activation").asString(), inputs.getFirst());
            case "MaxPooling2D" -> pooled("Max", layer, inputs.getFirst());
            case "AveragePooling2D" -> pooled("Average", layer, inputs.getFirst());
            case "Concatenate" -> graph.joined(inputs);
            case "Flatten" -> graph.flat(inputs.getFirst());
            case "Dense" ->
                graph.activated(
                        layer.path("activation").asString(),
                        graph.dense(
                                inputs.getFirst(),
                                graph.weight(weight(layer, "kernel")),
                                graph.weight(weight(layer, "bias"))));
            case "Dropout" -> inputs.getFirst();
            default -> throw new IllegalArgumentException("No such layer here: " + kind);
        };
    }

    private String picture(JsonNode shape) {
        return graph.picture(shape.get(HEIGHT).asInt(), shape.get(COLOURS).asInt());
    }

    private String filtered(JsonNode layer, String picture) {
        if (layer.path("use_bias").asBoolean()) {
            throw new IllegalArgumentException("No such layer here: " + layer);
        }
        String filter = graph.weight(weight(layer, "kernel").in(3, 2, 0, 1));
        return graph.activated(
                layer.path("activation").asString(),
                graph.filtered(List.of(picture, filter), pair(layer, "strides"), isSame(layer), 1));
    }

    private String normalized(JsonNode layer, String picture) {
        Weight offset = weight(layer, "beta");
        String scale = layer.path("scale").asBoolean()
                ? graph.weight(weight(layer, "gamma"))
                : graph.ones(offset.bytes().length);
        List<String> inputs = List.of(
                picture,
                scale,
                graph.weight(offset),
                graph.weight(weight(layer, "moving_mean")),
                graph.weight(weight(layer, "moving_variance")));
        return graph.normalized(inputs, (float) layer.path("epsilon").asDouble());
    }

    private String pooled(String kind, JsonNode layer, String picture) {
        return graph.pooled(kind, picture, pair(layer, "pool_size"), pair(layer, "strides"), isSame(layer));
    }

    private Weight weight(JsonNode layer, String name) {
        return weights.get(layer.path("name").asString() + "/" + name);
    }

    private static boolean isSame(JsonNode layer) {
        return layer.path("padding").asString().equals("same");
    }

    private static long[] pair(JsonNode layer, String name) {
        return new long[] {
            layer.path(name).get(0).asLong(), layer.path(name).get(1).asLong()
        };
    }
}
