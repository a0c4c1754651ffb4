package network.fanz.testing;

/**
 * A letter as it could be sent, for the list of all letters.
 *
 * @param from the method that writes it, by class and name
 * @param reader who gets it
 * @param when what makes it be sent, a sentence
 */
public record SampleLetter(String from, String reader, String when, String subject, String text) {}
