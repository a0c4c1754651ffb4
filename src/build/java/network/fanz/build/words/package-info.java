/**
 * Makes templates in other languages of those in English, in the build: what stands in a template as words is taken out, sentence by
 * sentence, and exchanged by the words of a language.
 */
@NullMarked
package network.fanz.build.words;

import org.jspecify.annotations.NullMarked;
