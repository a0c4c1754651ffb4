package network.fanz.content.introductions;

import java.util.List;

/**
 * Looks at what creators would say of themselves, before a person does. Whoever knows what is not allowed implements it; where nobody does, or
 * it fails, nothing new is shown. What it finds clears nothing: a person looks at all.
 */
public interface IntroductionGate {
    /** What speaks against it; none if nothing was found. */
    List<IntroductionNote> look(Introduction introduction);

    /**
     * Something that speaks against it.
     *
     * @param rule that was asked, by its name
     * @param words what it is about, in the reader's language
     * @param part the words because of which it speaks
     */
    record IntroductionNote(String rule, String words, String part) {
        /** Personal data: never in a log. */
        @Override
        public String toString() {
            return "IntroductionNote[" + rule + "]";
        }
    }
}
