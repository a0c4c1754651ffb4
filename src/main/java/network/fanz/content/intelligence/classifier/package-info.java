/**
 * Models that look at pictures, run by ONNX Runtime inside the program: their input is a square of numbers that we made, never a stranger's
 * bytes. One picture is looked at at a time, and a model is loaded when it is first needed.
 */
@NullMarked
package network.fanz.content.intelligence.classifier;

import org.jspecify.annotations.NullMarked;
