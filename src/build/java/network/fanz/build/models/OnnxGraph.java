package network.fanz.build.models;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import network.fanz.build.models.Weights.Weight;

/**
 * A graph of ONNX operators (opset 13) while it is built. A picture comes in as TensorFlow has it, with its colours last, and goes through
 * the graph with its colours first. Every call adds what its name says and answers what the result is called.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">the format</a>
 */
final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 13;
    private static final int FLOAT = 1;
    private static final int BYTE = 2;

    private final Protobuf graph = new Protobuf();
    private int made;

    String picture(int side, int colours) {
        graph.message(11, value("picture", 1, side, side, colours));
        return node("Transpose", List.of("picture"), ints("perm", 0, 3, 1, 2));
    }

    String weight(Weight weight) {
        String bytes = next();
        graph.message(5, tensor(bytes, BYTE, weight.shape(), weight.bytes()));
        String numbers = node("Cast", List.of(bytes), attribute("to", 2).number(3, FLOAT));
        return plus(node("Mul", List.of(numbers, number(weight.scale()))), number(weight.least()));
    }

    String number(float value) {
        return numbers(new long[0], value);
    }

    String ones(int length) {
        float[] ones = new float[length];
        Arrays.fill(ones, 1);
        return numbers(new long[] {length}, ones);
    }

    String times(String a, String b) {
        return node("Mul", List.of(a, b));
    }

    String plus(String a, String b) {
        return node("Add", List.of(a, b));
    }

    String minus(String a, String b) {
        return node("Sub", List.of(a, b));
    }

    /** @param inputs the picture, the filter (out, in, height, width) and, if there is one, the bias */
    String filtered(List<String> inputs, long[] strides, boolean same, long groups) {
        return node(
                "Conv",
                inputs,
                ints("strides", strides),
                pad(same),
                attribute("group", 2).number(3, groups));
    }

    /** @param inputs the picture, scale, offset, mean and variance */
    String normalized(List<String> inputs, float epsilon) {
        return node("BatchNormalization", inputs, attribute("epsilon", 1).real(2, epsilon));
    }

    /** @param kind Max or Average; what lies outside the picture counts for nothing */
    String pooled(String kind, String picture, long[] size, long[] strides, boolean same) {
        return node(kind + "Pool", List.of(picture), ints("kernel_shape", size), ints("strides", strides), pad(same));
    }

    String joined(List<String> pictures) {
        return node("Concat", pictures, attribute("axis", 2).number(3, 1));
    }

    String flat(String picture) {
        return node("Flatten", List.of(node("Transpose", List.of(picture), ints("perm", 0, 2, 3, 1))));
    }

    String dense(String row, String kernel, String bias) {
        return node("Gemm", List.of(row, kernel, bias));
    }

    String activated(String kind, String input) {
        return switch (kind) {
            case "linear" -> input;
            case "relu" -> node("Relu", List.of(input));
            case "relu6" -> node("Clip", List.of(input, number(0), number(6)));
            case "softmax" ->
                node("Softmax", List.of(input), attribute("axis", 2).number(3, -1));
            default -> throw new IllegalArgumentException("No such activation here: " + kind);
        };
    }

    /** The whole model, whose answer is called probabilities. */
    byte[] model(String name, String answer, int classes) {
        graph.message(1, new Protobuf().text(1, answer).text(2, "probabilities").text(4, "Identity"));
        graph.text(2, name);
        graph.message(12, value("probabilities", 1, classes));
        return new Protobuf()
                .number(1, IR_VERSION)
                .message(8, new Protobuf().text(1, "").number(2, OPSET))
                .message(7, graph)
                .toBytes();
    }

    private String node(String operator, List<String> inputs, Protobuf... attributes) {
        String output = next();
        Protobuf node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(4, operator);
        for (Protobuf attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node);
        return output;
    }

    private String numbers(long[] shape, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        String name = next();
        graph.message(5, tensor(name, FLOAT, shape, bytes.array()));
        return name;
    }

    private String next() {
        return "v" + made++;
    }

    private static Protobuf tensor(String name, int type, long[] shape, byte[] bytes) {
        Protobuf tensor = new Protobuf();
        for (long length : shape) {
            tensor.number(1, length);
        }
        return tensor.number(2, type).text(8, name).bytes(9, bytes);
    }

    private static Protobuf value(String name, long... shape) {
        Protobuf lengths = new Protobuf();
        for (long length : shape) {
            lengths.message(1, new Protobuf().number(1, length));
        }
        Protobuf tensor = new Protobuf().number(1, FLOAT).message(2, lengths);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }

    private static Protobuf pad(boolean same) {
        return attribute("auto_pad", 3).text(4, same ? "SAME_UPPER" : "VALID");
    }

    private static Protobuf ints(String name, long... values) {
        Protobuf attribute = attribute(name, 7);
        for (long value : values) {
            attribute.number(8, value);
        }
        return attribute;
    }

    /** @param type 1 a number, 2 a whole one, 3 a text, 7 whole numbers */
    private static Protobuf attribute(String name, int type) {
        return new Protobuf().text(1, name).number(20, type);
    }
}
