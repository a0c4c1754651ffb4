/**
 * Makes ONNX models of TensorFlow.js models, in the build. It knows the layers that the picture models use, and stops at any other. Weights
 * stay the bytes that they are; a model says by itself how they become numbers.
 */
@NullMarked
package network.fanz.build.models;

import org.jspecify.annotations.NullMarked;
