package network.fanz.build.models;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A model's weights: each number is one byte, by a scale and a least value. */
final class Weights {
    private final Map<String, Weight> all = new HashMap<>();

    /**
     * One tensor of weights.
     *
     * @param shape in TensorFlow's order: of a filter height, width, channels in, channels out
     */
    record Weight(long[] shape, byte[] bytes, float scale, float least) {
        /** The same with its places in another order. */
        Weight in(int... order) {
            long[] turned = new long[order.length];
            long[] steps = new long[order.length];
            for (int place = 0; place < order.length; place++) {
                turned[place] = shape[order[place]];
                steps[place] = Arrays.stream(shape).skip(order[place] + 1L).reduce(1, (a, b) -> a * b);
            }
            byte[] moved = new byte[bytes.length];
            long[] at = new long[order.length];
            for (int to = 0; to < moved.length; to++) {
                int from = 0;
                for (int place = 0; place < at.length; place++) {
                    from += (int) (at[place] * steps[place]);
                }
                moved[to] = bytes[from];
                for (int place = at.length - 1; place >= 0 && ++at[place] == turned[place]; place--) {
                    at[place] = 0;
                }
            }
            return new Weight(turned, moved, scale, least);
        }

        /** Its only number. */
        float single() {
            if (bytes.length != 1) {
                throw new IllegalArgumentException("More than one number");
            }
            return Byte.toUnsignedInt(bytes[0]) * scale + least;
        }
    }

    /** @param manifest TensorFlow's list of what lies in the bytes, one after the other */
    Weights(JsonNode manifest, byte[] bytes) {
        int at = 0;
        for (JsonNode group : manifest) {
            for (JsonNode weight : group.path("weights")) {
                JsonNode quantized = weight.path("quantization");
                if (!quantized.path("dtype").asString("").equals("uint8")) {
                    throw new IllegalArgumentException("Weights of another kind: " + weight);
                }
                long[] shape = weight.path("shape")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .toArray();
                int length = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
                all.put(
                        weight.path("name").asString(),
                        new Weight(
                                shape,
                                Arrays.copyOfRange(bytes, at, at + length),
                                (float) quantized.path("scale").asDouble(),
                                (float) quantized.path("min").asDouble()));
                at += length;
            }
        }
        if (at != bytes.length) {
            throw new IllegalArgumentException(bytes.length - at + " bytes belong to no weight");
        }
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    Weight get(String name) {
        if (!all.containsKey(name)) {
            throw new IllegalArgumentException("No weights: " + name);
        }
        return all.get(name);
    }
}
