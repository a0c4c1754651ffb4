/** Measures the models on pictures that an operator has labelled. */
@NullMarked
package network.fanz.content.intelligence.evaluation;

import org.jspecify.annotations.NullMarked;
