package network.fanz.content.compliance;

/**
 * What a performer reads and signs.
 *
 * @param language its tag, such as {@code de}
 * @param sha256 of the text in UTF-8, in hexadecimal
 */
public record ConsentText(int number, String language, String text, String sha256) {
    public String title() {
        return text.lines().findFirst().orElseThrow();
    }

    /** What stands below the title, which is the text's first line. */
    public String body() {
        return text.substring(title().length()).strip();
    }
}
