package network.fanz.build.models;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.fanz.build.models.Weights.Weight;
import tools.jackson.databind.JsonNode;

/** A model as TensorFlow's converter writes it: a graph of operators. */
final class GraphModel {
    private static final int HEIGHT = 1;
    private static final int COLOURS = 3;

    private final OnnxGraph graph;
    private final Weights weights;
    private final Map<String, String> results = new HashMap<>();

    GraphModel(OnnxGraph graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    /** Adds all of it, and answers what the last result is called. */
    String add(JsonNode topology) {
        String last = "";
        for (JsonNode node : topology.path("node")) {
            if (!node.path("op").asString().equals("Const")) {
                last = result(node);
                results.put(node.path("name").asString(), last);
            }
        }
        return last;
    }

    private String result(JsonNode node) {
        return switch (node.path("op").asString()) {
            case "Placeholder" ->
                picture(node.path("attr").path("shape").path("shape").path("dim"));
            case "Mul" -> graph.times(input(node, 0), input(node, 1));
            case "Sub" -> graph.minus(input(node, 0), input(node, 1));
            case "AddV2" -> graph.plus(input(node, 0), input(node, 1));
            case "_FusedConv2D" -> activated(node, filtered(node, weight(node).in(3, 2, 0, 1), 1));
            case "FusedDepthwiseConv2dNative" -> {
                Weight filter = weight(node).in(2, 3, 0, 1);
                yield activated(node, filtered(node, filter, filter.shape()[0]));
            }
            case "AvgPool" ->
                graph.pooled("Average", input(node, 0), pair(node, "ksize"), pair(node, "strides"), isSame(node));
            case "Squeeze" -> graph.flat(input(node, 0));
            case "_FusedMatMul" -> activated(node, graph.dense(input(node, 0), input(node, 1), input(node, 2)));
            case "Softmax" -> graph.activated("softmax", input(node, 0));
            case "Identity" -> input(node, 0);
            default -> throw new IllegalArgumentException("No such operator here: " + node);
        };
    }

    private String picture(JsonNode shape) {
        return graph.picture(
                shape.get(HEIGHT).path("size").asInt(),
                shape.get(COLOURS).path("size").asInt());
    }

    private String filtered(JsonNode node, Weight filter, long groups) {
        return graph.filtered(
                List.of(input(node, 0), graph.weight(filter), input(node, 2)),
                pair(node, "strides"),
                isSame(node),
                groups);
    }

    /** A fused operator: its bias is an input, and after it may come an activation. */
    private String activated(JsonNode node, String result) {
        List<String> fused = node.path("attr")
                .path("fused_ops")
                .path("list")
                .path("s")
                .valueStream()
                .map(GraphModel::text)
                .toList();
        if (fused.isEmpty() || !fused.getFirst().equals("BiasAdd")) {
            throw new IllegalArgumentException("No such operator here: " + node);
        }
        return fused.size() == 1 ? result : graph.activated(fused.get(1).toLowerCase(Locale.ROOT), result);
    }

    private Weight weight(JsonNode node) {
        return weights.get(node.path("input").get(1).asString());
    }

    private String input(JsonNode node, int place) {
        String name = node.path("input").get(place).asString();
        if (weights.has(name)) {
            Weight weight = weights.get(name);
            return weight.shape().length == 0 ? graph.number(weight.single()) : graph.weight(weight);
        }
        return results.get(name);
    }

    private static boolean isSame(JsonNode node) {
        return text(node.path("attr").path("padding").path("s")).equals("SAME");
    }

    private static long[] pair(JsonNode node, String name) {
        JsonNode all = node.path("attr").path(name).path("list").path("i");
        return new long[] {all.get(1).asLong(), all.get(2).asLong()};
    }

    private static String text(JsonNode encoded) {
        return new String(Base64.getDecoder().decode(encoded.asString()), StandardCharsets.UTF_8);
    }
}
